// What the C library makes of it: streams, temporary files, directories, paths.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <glob.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int visit(const char *path, const struct stat *status, int kind, struct FTW *walk) {
    printf("  %s %d %d %ld\n", path, kind, walk->level, S_ISREG(status->st_mode) ? (long)status->st_size : -1);
    return 0;
}

static void streams(void) {
    FILE *file = fopen("text", "w+");
    for (int i = 0; i < 1000; i++)
        fprintf(file, "line %d\n", i);
    printf("%ld\n", ftell(file));
    rewind(file);
    char *line = NULL;
    size_t size = 0;
    int lines = 0;
    while (getline(&line, &size, file) > 0)
        lines++;
    printf("%d %s", lines, line);
    fseek(file, -9, SEEK_END);
    printf("%s", fgets(line, 99, file));
    fputs("more\n", file);
    fclose(file);
    file = fopen("text", "a");
    fputs("appended\n", file);
    printf("%ld\n", ftell(file));
    fclose(file);
    printf("%d\n", fopen("text", "wx") == NULL ? errno : 0);
    file = tmpfile();
    fputs("temporary", file);
    rewind(file);
    printf("%s\n", fgets(line, 99, file));
    fclose(file);
    file = freopen("text", "r", stdin);
    printf("%s", fgets(line, 99, stdin));
    char *text;
    size_t length;
    FILE *memory = open_memstream(&text, &length);
    fprintf(memory, "%d", 42);
    fclose(memory);
    printf("%s %zu\n", text, length);
}

static void trees(void) {
    mkdir("tree", 0755);
    mkdir("tree/b", 0755);
    mkdir("tree/b/c", 0755);
    for (int i = 0; i < 120; i++) {
        char name[40];
        sprintf(name, "tree/b/c/file%03d", i);
        FILE *file = fopen(name, "w");
        fprintf(file, "%d", i * 1000);
        fclose(file);
    }
    symlink("../text", "tree/link");
    struct dirent **entries;
    int count = scandir("tree/b/c", &entries, NULL, alphasort);
    printf("%d %s %s\n", count, entries[2]->d_name, entries[count - 1]->d_name);
    DIR *directory = opendir("tree/b/c");
    int seen = 0;
    for (struct dirent *entry; (entry = readdir(directory));)
        if (entry->d_name[0] != '.') {
            seen++;
            unlinkat(dirfd(directory), entry->d_name, 0);
        }
    rewinddir(directory);
    int left = 0;
    while (readdir(directory))
        left++;
    printf("%d seen, %d left\n", seen, left);
    closedir(directory);
    char path[PATH_MAX], base[PATH_MAX];
    realpath("tree", base);
    realpath("tree/./b/../link", path);
    printf("%s %s\n", basename(base), strrchr(path, '/'));
    printf("%d\n", realpath("tree/none/x", path) == NULL ? errno : 0);
    glob_t found;
    glob("tree/*", 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        printf("%s\n", found.gl_pathv[i]);
    char template[] = "tree/XXXXXX";
    printf("%d\n", mkdtemp(template) != NULL && access(template, W_OK) == 0);
    rmdir(template);
    puts("walk");
    nftw("tree/b", visit, 8, FTW_PHYS);
    printf("%d %d\n", remove("tree/b/c"), remove("tree/b"));
    printf("%d\n", remove("tree"));
}

int main(void) {
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    umask(022);
    streams();
    trees();
    return 0;
}
