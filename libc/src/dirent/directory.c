/* directory.c: the entries of a directory, one after the other. POSIX. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/system.h"

struct __cutaway_directory {
    int descriptor;
    long place; /* behind the last entry given */
    size_t next;
    size_t end;
    struct dirent entry; /* the last one given */
    unsigned char buffer[2048]; /* entries not given yet in [next .. end) */
};

DIR *fdopendir(int descriptor)
{
    DIR *directory = calloc(1, sizeof *directory);

    if (directory != NULL) {
        directory->descriptor = descriptor;
    }
    return directory;
}

DIR *opendir(const char *path)
{
    int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    int descriptor = (int)call4(SYSTEM_OPENAT, WORKING_DIRECTORY, path, flags, 0);
    DIR *directory;

    if (descriptor < 0) {
        return NULL;
    }
    directory = fdopendir(descriptor);
    if (directory == NULL) {
        ask1(SYSTEM_CLOSE, descriptor);
    }
    return directory;
}

struct dirent *readdir(DIR *directory)
{
    const unsigned char *bytes;
    unsigned short size;

    if (directory->next == directory->end) {
        long count = call3(SYSTEM_GETDENTS64, directory->descriptor, directory->buffer,
                           sizeof directory->buffer);

        if (count <= 0) {
            return NULL;
        }
        directory->next = 0;
        directory->end = (size_t)count;
    }
    bytes = directory->buffer + directory->next;
    memcpy(&size, bytes + 16, sizeof size);
    memcpy(&directory->entry, bytes, size);
    directory->next += size;
    directory->place = directory->entry.d_off;
    return &directory->entry;
}

int closedir(DIR *directory)
{
    int descriptor = directory->descriptor;

    free(directory);
    return (int)call1(SYSTEM_CLOSE, descriptor);
}

int dirfd(DIR *directory)
{
    return directory->descriptor;
}

void seekdir(DIR *directory, long place)
{
    ask3(SYSTEM_LSEEK, directory->descriptor, place, 0);
    directory->place = place;
    directory->next = 0;
    directory->end = 0;
}

void rewinddir(DIR *directory)
{
    seekdir(directory, 0);
}

long telldir(DIR *directory)
{
    return directory->place;
}
