/* POSIX: directories, names, links, and what is known of files. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <libgen.h>

static void make(const char *path, const char *text)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0640);

    write(descriptor, text, strlen(text));
    close(descriptor);
}

static void status(const char *path)
{
    struct stat known;

    printf("%s:", path);
    if (lstat(path, &known) != 0) {
        printf(" %s\n", strerror(errno));
        return;
    }
    printf(" %o %d %d\n", known.st_mode, (int)known.st_nlink,
           S_ISDIR(known.st_mode) ? 0 : (int)known.st_size);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void listing(void)
{
    struct dirent **entries;
    int count = scandir(".", &entries, is_visible, alphasort);
    DIR *directory = opendir(".");
    struct dirent *entry;
    int seen = 0;

    for (int i = 0; i < count; i++) {
        printf("%s %d ", entries[i]->d_name, entries[i]->d_type == DT_DIR);
        free(entries[i]);
    }
    free(entries);
    printf("%d\n", count);
    while ((entry = readdir(directory)) != NULL) {
        seen++;
    }
    rewinddir(directory);
    while ((entry = readdir(directory)) != NULL) {
        seen++;
    }
    printf("%d %d\n", seen, closedir(directory));
    errno = 0;
    printf("%d %s\n", opendir("none") == NULL, strerror(errno));
    errno = 0;
    printf("%d %s\n", opendir("a.txt") == NULL, strerror(errno));
}

static void patterns(void)
{
    static const char *const cases[][2] = {
        {"*.c", "main.c"},     {"*.c", ".c"},         {"?[a-c]*", "xbyz"}, {"[!a]b", "ab"},
        {"a\\*b", "a*b"},      {"*/x", "a/b/x"},      {"[[:digit:]]*", "7up"}, {"[]]", "]"},
        {"[a", "[a"},          {"a*b*c", "aXbYbZc"},  {"", ""},            {"*", ""},
        {".*", ".hidden"},     {"*", ".hidden"},      {"A?c", "abC"},      {"[A-C]x", "bx"}};
    static const int flags[] = {0, FNM_PATHNAME, FNM_PERIOD, FNM_NOESCAPE, FNM_CASEFOLD};
    glob_t found;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t j = 0; j < sizeof flags / sizeof *flags; j++) {
            printf("%d", fnmatch(cases[i][0], cases[i][1], flags[j]));
        }
        printf(" ");
    }
    printf("\n%d", glob("*.txt", 0, NULL, &found));
    for (size_t i = 0; i < found.gl_pathc; i++) {
        printf(" %s", found.gl_pathv[i]);
    }
    globfree(&found);
    printf("\n%d", glob("*/[x-z]*", GLOB_MARK, NULL, &found));
    for (size_t i = 0; i < found.gl_pathc; i++) {
        printf(" %s", found.gl_pathv[i]);
    }
    globfree(&found);
    printf("\n%d\n", glob("nothing*", 0, NULL, &found));
}

static void links(void)
{
    char text[64] = "";
    char *resolved;
    char here[PATH_MAX];

    printf("%d %d\n", symlink("a.txt", "soft"), link("a.txt", "hard"));
    printf("%d %s\n", (int)readlink("soft", text, sizeof text), text);
    status("soft");
    status("hard");
    printf("%d\n", getcwd(here, sizeof here) == here);
    resolved = realpath("sub/../soft", NULL);
    printf("%s %d\n", resolved + strlen(here), strncmp(resolved, here, strlen(here)));
    free(resolved);
    symlink("loop", "loop");
    errno = 0;
    printf("%d %s\n", realpath("loop", NULL) == NULL, strerror(errno));
    errno = 0;
    printf("%d %s\n", realpath("none/x", NULL) == NULL, strerror(errno));
    errno = 0;
    printf("%d %s\n", getcwd(text, 3) == NULL, strerror(errno));
}

static void bytes(void)
{
    char one[4] = "";
    char two[8] = "";
    struct iovec arrays[2] = {{one, 3}, {two, 5}};
    int descriptor = open("a.txt", O_RDWR);
    char *mapped;

    printf("%d", (int)readv(descriptor, arrays, 2));
    printf(" %s %s\n", one, two);
    printf("%d", (int)pread(descriptor, two, 3, 1));
    printf(" %.3s %d\n", two, (int)pwrite(descriptor, "XY", 2, 2));
    printf("%d %d\n", ftruncate(descriptor, 10), (int)lseek(descriptor, 0, SEEK_END));
    mapped = mmap(NULL, 10, PROT_READ, MAP_PRIVATE, descriptor, 0);
    printf("%.4s %d\n", mapped, mapped[9]);
    printf("%d\n", munmap(mapped, 10));
    mapped = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mapped[8191] = 5;
    printf("%d\n", mapped[0] + mapped[8191]);
    printf("%d\n", munmap(mapped, 8192));
    printf("%d\n", mmap(NULL, 0, PROT_READ, MAP_PRIVATE, descriptor, 0) == MAP_FAILED);
    close(descriptor);
}

static void parts(void)
{
    static const char *const paths[] = {"/usr/lib", "/usr/", "usr", "/", ".", "..", "", "a//b//"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char first[16];
        char second[16];

        strcpy(first, paths[i]);
        strcpy(second, paths[i]);
        printf("%s %s, ", dirname(first), basename(second));
    }
    printf("\n");
}

int main(void)
{
    char directory[] = "/tmp/cutaway_directoryXXXXXX";

    umask(022);
    printf("%d\n", mkdtemp(directory) == directory);
    printf("%d\n", chdir(directory));
    make("a.txt", "abcdefgh");
    make("b.txt", "");
    printf("%d %d\n", mkdir("sub", 0755), mkdir("sub", 0755));
    make("sub/x", "x");
    mkdir("sub/y", 0700);
    status("a.txt");
    status("sub");
    status("none");
    listing();
    patterns();
    links();
    bytes();
    parts();
    printf("%d %d\n", access("a.txt", R_OK), access("none", F_OK));
    chmod("a.txt", 0400);
    status("a.txt");
    errno = 0;
    printf("%d %s\n", rmdir("sub"), strerror(errno));
    errno = 0;
    printf("%d %s\n", unlink("none"), strerror(errno));
    errno = 0;
    printf("%d %s\n", remove("a.txt/x"), strerror(errno));
    unlink("sub/x");
    rmdir("sub/y");
    printf("%d\n", remove("sub"));
    unlink("a.txt");
    unlink("b.txt");
    unlink("soft");
    unlink("hard");
    unlink("loop");
    chdir("/");
    printf("%d\n", rmdir(directory));
    return 0;
}
