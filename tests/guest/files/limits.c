// Files by the million, bytes by the gigabyte, descriptors without end: each has a limit and an error.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    char name[20];
    int count = 0;
    while (dup(1) >= 0)
        count++;
    printf("%d descriptors, %s\n", count, strerrorname_np(errno));
    close_range(3, ~0u, 0);
    for (count = 0; count < 1000000; count++) {
        sprintf(name, "%d", count);
        int fd = open(name, O_CREAT | O_WRONLY, 0600);
        if (fd < 0)
            break;
        close(fd);
    }
    printf("%d files, %s\n", count > 0 && count < 200, strerrorname_np(errno));
    unlink("0");
    int fd = open("large", O_CREAT | O_RDWR, 0600);
    char *bytes = calloc(1, 1 << 20);
    long total = 0, written;
    while ((written = write(fd, bytes, 1 << 20)) > 0)
        total += written;
    printf("%ld MiB, %s\n", total >> 20, strerrorname_np(errno));
    printf("%d\n", ftruncate(fd, 0));
    printf("%ld\n", (long)write(fd, bytes, 1 << 20));
    return 0;
}
