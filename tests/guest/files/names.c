// Names: made, moved, removed, resolved.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SHOW(call)                                                                     \
    do {                                                                               \
        errno = 0;                                                                     \
        long result = (long)(call);                                                    \
        printf("%s = %ld%s%s\n", #call, result, result < 0 ? " " : "",                 \
               result < 0 ? strerrorname_np(errno) : "");                              \
    } while (0)

static void touch(const char *path) {
    close(open(path, O_WRONLY | O_CREAT, 0644));
}

static void list(const char *path) {
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    printf("%s:", path);
    for (int i = 0; i < count; i++)
        printf(" %s/%d", entries[i]->d_name, entries[i]->d_type);
    puts("");
}

static void show_status(const char *path) {
    struct stat status;
    errno = 0;
    int result = lstat(path, &status);
    printf("lstat %s: %d %s", path, result, result ? strerrorname_np(errno) : "");
    if (result == 0)
        printf("mode %o links %ld size %ld", status.st_mode, (long)status.st_nlink,
               S_ISDIR(status.st_mode) ? 0L : (long)status.st_size);
    puts("");
}

static void directories(void) {
    SHOW(mkdir("d", 0777));
    SHOW(mkdir("d", 0777));
    SHOW(mkdir("d/", 0777));
    SHOW(mkdir("d/e/", 0750));
    SHOW(mkdir("d/x/y", 0750));
    SHOW(mkdir(".", 0750));
    SHOW(mkdir("/", 0750));
    show_status("d");
    show_status("d/e");
    touch("d/file");
    SHOW(rmdir("d"));
    SHOW(rmdir("d/file"));
    SHOW(rmdir("d/."));
    SHOW(rmdir("d/.."));
    SHOW(rmdir("none"));
    SHOW(rmdir("/"));
    SHOW(unlink("d"));
    SHOW(unlink("d/file/"));
    SHOW(unlink("none"));
    SHOW(unlinkat(AT_FDCWD, "d/file", 0x4000));
    list("d");
}

static void links(void) {
    touch("file");
    SHOW(link("file", "d/second"));
    SHOW(link("file", "d/second"));
    SHOW(link("d", "d2"));
    SHOW(link("none", "d2"));
    show_status("file");
    SHOW(symlink("file", "soft"));
    SHOW(symlink("file", "soft"));
    SHOW(symlink("", "empty"));
    SHOW(symlink("../file", "d/up"));
    SHOW(symlink("loop2", "loop1"));
    SHOW(symlink("loop1", "loop2"));
    SHOW(symlink("none", "dangling"));
    SHOW(symlink("d", "dlink"));
    show_status("soft");
    char target[8] = "-------";
    SHOW(readlink("soft", target, 8));
    SHOW(readlink("soft", target, 2));
    SHOW(readlink("file", target, 8));
    SHOW(readlink("soft", target, 0));
    puts(target);
    SHOW(open("loop1", O_RDONLY));
    SHOW(open("dangling", O_RDONLY));
    SHOW(open("dangling", O_CREAT | O_EXCL | O_WRONLY, 0600));
    SHOW(open("soft", O_RDONLY | O_NOFOLLOW));
    int fd = open("soft", O_PATH | O_NOFOLLOW);
    char byte;
    SHOW(read(fd, &byte, 1));
    SHOW(readlinkat(fd, "", target, 8));
    close(fd);
    fd = open("dangling", O_CREAT | O_WRONLY, 0600);
    SHOW(fd >= 0);
    close(fd);
    show_status("none");
    SHOW(unlink("none"));
    SHOW(access("d/up", F_OK));
    SHOW(access("dlink/up", F_OK));
    SHOW(access("dangling", F_OK));
    SHOW(faccessat(AT_FDCWD, "dangling", F_OK, AT_SYMLINK_NOFOLLOW));
    SHOW(access("file", 9));
    show_status("dlink/");
    show_status("dlink/.");
    show_status("soft/");
    SHOW(linkat(AT_FDCWD, "soft", AT_FDCWD, "hard-soft", 0));
    SHOW(linkat(AT_FDCWD, "soft", AT_FDCWD, "hard-file", AT_SYMLINK_FOLLOW));
    show_status("hard-soft");
    show_status("hard-file");
    SHOW(rmdir("dlink"));
    SHOW(mkdir("dangling", 0700));
    list(".");
}

static void renames(void) {
    touch("a");
    touch("b");
    SHOW(rename("a", "b"));
    SHOW(rename("a", "b"));
    SHOW(rename("b", "d"));
    SHOW(rename("d", "b"));
    SHOW(rename("d", "d/e/f"));
    SHOW(rename("b", "none/b"));
    SHOW(rename("b", "b"));
    SHOW(rename("b", "c/"));
    SHOW(mkdir("g", 0755));
    SHOW(rename("d", "g"));
    SHOW(rename("g", "g/"));
    SHOW(mkdir("h", 0755));
    SHOW(rename("h", "g"));
    SHOW(rename("g", "h"));
    SHOW(rename("h/second", "second"));
    SHOW(rename("file", "second"));
    SHOW(rename(".", "x"));
    SHOW(rename("b", ".."));
    SHOW(renameat2(AT_FDCWD, "b", AT_FDCWD, "second", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "b", AT_FDCWD, "fresh", RENAME_NOREPLACE));
    SHOW(renameat2(AT_FDCWD, "b", AT_FDCWD, "fresh", 99));
    list(".");
    list("h");
}

static void resolution(void) {
    char name[300], path[5000] = "";
    memset(name, 'n', sizeof name);
    name[255] = 0;
    SHOW(mkdir(name, 0755) == 0);
    SHOW(rmdir(name));
    name[255] = 'n';
    name[256] = 0;
    SHOW(open(name, O_RDONLY));
    for (int i = 0; i < 2040; i++)
        strcat(path, "./");
    strcat(path, "file");
    SHOW(access(path, F_OK));
    for (int i = 0; i < 30; i++)
        strcat(path, "/.");
    SHOW(access(path, F_OK) < 0 && errno == ENAMETOOLONG);
    SHOW(access("h/../h/../file", F_OK));
    SHOW(access("file/..", F_OK));
    SHOW(access("/../../..", F_OK));
    SHOW(access("//", F_OK));
    SHOW(access("h/./e/../e//", F_OK));
    SHOW(chdir("h/e"));
    char cwd[4096];
    printf("%s\n", strrchr(getcwd(cwd, sizeof cwd), '/'));
    SHOW(getcwd(cwd, 2) == NULL && errno == ERANGE);
    SHOW(access("../../file", F_OK));
    SHOW(chdir(".."));
    SHOW(chdir("../file"));
    SHOW(chdir("none"));
    int up = open("..", O_RDONLY | O_DIRECTORY);
    SHOW(faccessat(up, "file", F_OK, 0));
    SHOW(openat(up, "file/x", O_RDONLY));
    SHOW(mkdirat(up, "made", 0700));
    SHOW(unlinkat(up, "made", AT_REMOVEDIR));
    SHOW(unlinkat(up, "file", AT_REMOVEDIR));
    int file = openat(up, "file", O_RDONLY);
    SHOW(openat(file, "x", O_RDONLY));
    SHOW(openat(99, "x", O_RDONLY));
    SHOW(faccessat(99, "/", F_OK, 0));
    SHOW(fchdir(file));
    SHOW(fchdir(up));
    SHOW(access("file", F_OK));
    struct stat status;
    SHOW(fstatat(file, "", &status, AT_EMPTY_PATH));
    SHOW(fstatat(file, "", &status, 0));
    SHOW(mkdir("gone", 0755));
    SHOW(chdir("gone"));
    SHOW(rmdir("../gone"));
    SHOW(open("x", O_CREAT | O_WRONLY, 0600));
    SHOW(getcwd(cwd, sizeof cwd) == NULL && errno == ENOENT);
}

static void bits(void) {
    struct stat status;
    SHOW(fchdir(open("/", O_RDONLY)));
    SHOW(chdir(getenv("HOME") && access(getenv("HOME"), W_OK) == 0 ? getenv("HOME") : "/tmp"));
    char template[] = "bits-XXXXXX";
    int fd = mkstemp(template);
    SHOW(fchmod(fd, 0604));
    SHOW(fstat(fd, &status));
    printf("%o\n", status.st_mode);
    SHOW(chmod(template, 0777));
    struct timespec times[2] = {{1000, 5}, {2000, 7}};
    SHOW(futimens(fd, times));
    SHOW(fstat(fd, &status));
    printf("%ld.%ld %ld.%ld\n", status.st_atim.tv_sec, status.st_atim.tv_nsec, status.st_mtim.tv_sec,
           status.st_mtim.tv_nsec);
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = 3000;
    SHOW(utimensat(AT_FDCWD, template, times, 0));
    times[1].tv_nsec = 1000000000;
    SHOW(utimensat(AT_FDCWD, template, times, 0));
    struct statx more;
    SHOW(statx(AT_FDCWD, template, 0, STATX_BASIC_STATS, &more));
    printf("%o %lld %lld\n", more.stx_mode, (long long)more.stx_atime.tv_sec, (long long)more.stx_mtime.tv_sec);
    SHOW(fchown(fd, -1, -1));
    SHOW(unlink(template));
    SHOW(fstat(fd, &status));
    printf("%ld links\n", (long)status.st_nlink);
}

int main(void) {
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    umask(022);
    directories();
    links();
    renames();
    resolution();
    bits();
    return 0;
}
