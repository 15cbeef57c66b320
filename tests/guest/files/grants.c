// What a guest sees of grants, and what it cannot do: run with GRANT at /, /data (to be changed) and /data/fixed (not to be).
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
        printf("%s = %ld%s%s\n", #call, result < 0 ? -1 : 0, result < 0 ? " " : "",    \
               result < 0 ? strerrorname_np(errno) : "");                              \
    } while (0)

static void list(const char *path) {
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    printf("%s:", path);
    for (int i = 2; i < count; i++)
        printf(" %s", entries[i]->d_name);
    puts("");
}

static void show(const char *path) {
    char bytes[64];
    int fd = open(path, O_RDONLY);
    long count = fd < 0 ? 0 : read(fd, bytes, sizeof bytes);
    printf("%s: %.*s%s\n", path, (int)count, bytes, fd < 0 ? strerrorname_np(errno) : "");
    close(fd);
}

int main(void) {
    char cwd[100];
    list("/");
    list("/data");
    list("/way");
    list("/way/to");
    show("/hello");
    show("/absolute");
    show("/up");
    show("/proc/self/root/hello");
    show("/data/../hello");
    show("/data/out");
    show("/data/fixed/one");
    show("/way/to/data/one");
    SHOW(open("/hello", O_WRONLY));
    SHOW(open("/new", O_WRONLY | O_CREAT, 0600));
    SHOW(open("/hello", O_RDONLY | O_TRUNC));
    SHOW(unlink("/hello"));
    SHOW(mkdir("/new", 0700));
    SHOW(chmod("/hello", 0777));
    SHOW(truncate("/hello", 1));
    SHOW(rename("/hello", "/data/hello"));
    SHOW(link("/hello", "/data/hello"));
    SHOW(access("/hello", W_OK));
    SHOW(access("/hello", R_OK));
    SHOW(open("/data/fixed/one", O_RDWR));
    SHOW(rename("/data/new", "/data/fixed/new"));
    SHOW(rename("/data/one", "/data/fixed/one"));
    SHOW(link("/data/one", "/data/fixed/two"));
    SHOW(rename("/data/fixed", "/data/loose"));
    SHOW(rmdir("/data/fixed"));
    SHOW(rmdir("/tmp"));
    SHOW(rename("/data/one", "/tmp/one"));
    SHOW(symlink("/etc/passwd", "/data/passwd"));
    SHOW(symlink("../../../../../../etc/passwd", "/data/climb"));
    show("/data/passwd");
    show("/data/climb");
    SHOW(open("/data/made", O_WRONLY | O_CREAT | O_EXCL, 0640));
    SHOW(mkdir("/data/directory", 0700));
    SHOW(chdir("/data/directory"));
    printf("%s\n", getcwd(cwd, sizeof cwd));
    SHOW(rename("/data/made", "inside"));
    SHOW(chdir("../../../.."));
    printf("%s\n", getcwd(cwd, sizeof cwd));
    list("/data/directory");
    SHOW(open("/tmp/own", O_WRONLY | O_CREAT, 0600));
    list("/tmp");
    SHOW(mkfifo("/data/fifo", 0600));
    SHOW(open("/data/host-fifo", O_RDONLY));
    SHOW(open("/dev/tty", O_RDWR));
    return 0;
}
