/* dirent.h: the entries of directories. POSIX. */
#ifndef _DIRENT_H
#define _DIRENT_H

#include <sys/types.h>

typedef struct __cutaway_directory DIR;

/* As Linux's getdents64 lays them out. */
struct dirent {
    ino_t d_ino;
    off_t d_off;
    unsigned short d_reclen;
    unsigned char d_type;
    char d_name[256];
};

#define d_fileno d_ino
#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12

int alphasort(const struct dirent **left, const struct dirent **right);
int closedir(DIR *directory);
int dirfd(DIR *directory);
DIR *fdopendir(int descriptor);
DIR *opendir(const char *path);
struct dirent *readdir(DIR *directory);
void rewinddir(DIR *directory);
int scandir(const char *path, struct dirent ***result, int (*filter)(const struct dirent *entry),
            int (*compare)(const struct dirent **left, const struct dirent **right));
void seekdir(DIR *directory, long place);
long telldir(DIR *directory);

#endif
