// Reading, writing, positions, sizes, and what open refuses.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define SHOW(call)                                                                     \
    do {                                                                               \
        errno = 0;                                                                     \
        long result = (long)(call);                                                    \
        printf("%s = %ld%s%s\n", #call, result, result < 0 ? " " : "",                 \
               result < 0 ? strerrorname_np(errno) : "");                              \
    } while (0)

static void show_bytes(int fd) {
    char bytes[64];
    long count = pread(fd, bytes, sizeof bytes, 0);
    printf("[");
    for (long i = 0; i < count; i++)
        printf(bytes[i] >= ' ' && bytes[i] < 127 ? "%c" : "\\%o", bytes[i] & 255);
    printf("] %ld\n", count);
}

static void positions(void) {
    char bytes[16] = {0};
    int fd = open("one", O_RDWR | O_CREAT | O_TRUNC, 0640);
    printf("fd %d\n", fd);
    SHOW(write(fd, "hello world", 11));
    SHOW(lseek(fd, 0, SEEK_CUR));
    SHOW(lseek(fd, -5, SEEK_END));
    SHOW(read(fd, bytes, 16));
    puts(bytes);
    SHOW(read(fd, bytes, 16));
    SHOW(lseek(fd, -1, SEEK_SET));
    SHOW(lseek(fd, 20, SEEK_SET));
    SHOW(write(fd, "!", 1));
    show_bytes(fd);
    SHOW(lseek(fd, 3, SEEK_DATA));
    SHOW(lseek(fd, 3, SEEK_HOLE) > 3);
    SHOW(lseek(fd, 99, SEEK_DATA));
    SHOW(lseek(fd, 0, 77));
    SHOW(pwrite(fd, "HE", 2, 0));
    SHOW(pwrite(fd, "x", 1, -1));
    SHOW(ftruncate(fd, 5));
    show_bytes(fd);
    SHOW(ftruncate(fd, 8));
    SHOW(ftruncate(fd, -8));
    show_bytes(fd);
    int copy = dup(fd), own = open("one", O_RDWR);
    SHOW(lseek(fd, 2, SEEK_SET));
    SHOW(lseek(copy, 0, SEEK_CUR));
    SHOW(lseek(own, 0, SEEK_CUR));
    SHOW(close(copy));
    SHOW(close(copy));
    SHOW(read(copy, bytes, 1));
    SHOW(read(fd, (void *)8, 1));
    SHOW(write(fd, (void *)8, 1));
    SHOW(read(own, (void *)8, 0));
    SHOW(close(own));
    SHOW(close(fd));
}

static void vectors(void) {
    int fd = open("two", O_RDWR | O_CREAT | O_EXCL, 0600);
    struct iovec out[3] = {{"ab", 2}, {"", 0}, {"cdefg", 5}};
    SHOW(writev(fd, out, 3));
    SHOW(writev(fd, out, -1));
    SHOW(pwritev(fd, out, 1, 3));
    char a[3], b[9];
    struct iovec in[2] = {{a, 3}, {b, 9}};
    SHOW(preadv(fd, in, 2, 1));
    printf("%.3s %.3s\n", a, b);
    SHOW(lseek(fd, 0, SEEK_SET));
    SHOW(readv(fd, in, 2));
    show_bytes(fd);
    SHOW(close(fd));
}

static void flags(void) {
    SHOW(open("two", O_RDWR | O_CREAT | O_EXCL, 0600));
    SHOW(open("none", O_RDONLY));
    SHOW(open("", O_RDONLY));
    SHOW(open(NULL, O_RDONLY));
    SHOW(open("two/x", O_RDONLY));
    SHOW(open("two/", O_RDONLY));
    SHOW(open("two/", O_RDWR | O_CREAT, 0600));
    SHOW(open("new/", O_RDWR | O_CREAT, 0600));
    SHOW(open(".", O_RDWR));
    SHOW(open(".", O_RDONLY | O_CREAT, 0600));
    SHOW(open("two", O_RDONLY | O_DIRECTORY));
    int fd = open("two", O_WRONLY | O_APPEND);
    char byte;
    SHOW(read(fd, &byte, 1));
    SHOW(write(fd, "+", 1));
    SHOW(lseek(fd, 0, SEEK_SET));
    SHOW(write(fd, "+", 1));
    SHOW(lseek(fd, 0, SEEK_CUR));
    SHOW(fcntl(fd, F_GETFL) & (O_ACCMODE | O_APPEND | O_NONBLOCK));
    SHOW(fcntl(fd, F_SETFL, O_NONBLOCK));
    SHOW(fcntl(fd, F_GETFL) & (O_ACCMODE | O_APPEND | O_NONBLOCK));
    SHOW(fcntl(fd, F_GETFD));
    SHOW(fcntl(fd, F_SETFD, FD_CLOEXEC));
    SHOW(fcntl(fd, F_GETFD));
    SHOW(fcntl(fd, F_DUPFD, 20));
    SHOW(fcntl(fd, F_DUPFD_CLOEXEC, 20));
    SHOW(fcntl(21, F_GETFD));
    SHOW(fcntl(20, F_GETFD));
    SHOW(dup2(fd, 30));
    SHOW(dup2(fd, fd));
    SHOW(dup3(fd, fd, 0));
    SHOW(dup2(99, 5));
    SHOW(dup3(fd, 31, O_CLOEXEC));
    SHOW(fcntl(31, F_GETFD));
    SHOW(fcntl(fd, 4321));
    SHOW(close_range(20, 31, 0));
    SHOW(fcntl(30, F_GETFD));
    SHOW(fsync(fd));
    SHOW(fdatasync(fd));
    struct flock lock = {F_WRLCK, SEEK_SET, 0, 0, 0};
    SHOW(fcntl(fd, F_SETLK, &lock));
    lock.l_type = F_RDLCK;
    SHOW(fcntl(fd, F_SETLK, &lock));
    int waiting = -1;
    SHOW(ioctl(fd, TIOCGWINSZ, &waiting));
    SHOW(isatty(fd));
    SHOW(close(fd));
    fd = open("two", O_RDONLY | O_TRUNC);
    SHOW(lseek(fd, 0, SEEK_END));
    SHOW(write(fd, "x", 1));
    SHOW(ftruncate(fd, 1));
    SHOW(close(fd));
}

static void moving(void) {
    int from = open("from", O_RDWR | O_CREAT, 0600), to = open("to", O_RDWR | O_CREAT, 0600);
    SHOW(write(from, "0123456789", 10));
    off_t at = 3;
    SHOW(sendfile(to, from, &at, 4));
    SHOW(at);
    SHOW(lseek(from, 0, SEEK_CUR));
    SHOW(lseek(from, 1, SEEK_SET));
    SHOW(sendfile(to, from, NULL, 100));
    SHOW(lseek(from, 0, SEEK_CUR));
    show_bytes(to);
    off_t in = 0, out = 20;
    SHOW(copy_file_range(from, &in, to, &out, 5, 0));
    printf("%ld %ld\n", (long)in, (long)out);
    show_bytes(to);
    SHOW(posix_fallocate(to, 0, 40));
    SHOW(lseek(to, 0, SEEK_END));
    SHOW(fallocate(to, FALLOC_FL_KEEP_SIZE, 0, 400));
    SHOW(lseek(to, 0, SEEK_END));
    SHOW(truncate("to", 3));
    SHOW(truncate("none", 3));
    SHOW(truncate(".", 3));
    show_bytes(to);
    int waiting = 0;
    SHOW(lseek(from, 4, SEEK_SET));
    SHOW(ioctl(from, FIONREAD, &waiting));
    SHOW(waiting);
}

static void mapped(void) {
    int fd = open("from", O_RDWR);
    char *bytes = mmap(NULL, 10000, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    printf("%.10s %d\n", bytes, bytes[10]);
    bytes[0] = 'X';
    show_bytes(fd);
    SHOW(munmap(bytes, 10000));
    SHOW(mmap(NULL, 10, PROT_READ, MAP_PRIVATE, fd, 5) == MAP_FAILED);
    SHOW(mmap(NULL, 10, PROT_READ, MAP_PRIVATE, 99, 0) == MAP_FAILED);
    int directory = open(".", O_RDONLY);
    SHOW(mmap(NULL, 10, PROT_READ, MAP_PRIVATE, directory, 0) == MAP_FAILED);
    int write_only = open("from", O_WRONLY);
    SHOW(mmap(NULL, 10, PROT_READ, MAP_PRIVATE, write_only, 0) == MAP_FAILED);
}

static void devices(void) {
    char bytes[8] = "????????";
    int null = open("/dev/null", O_RDWR), zero = open("/dev/zero", O_RDWR), full = open("/dev/full", O_RDWR);
    SHOW(read(null, bytes, 8));
    SHOW(write(null, bytes, 8));
    SHOW(read(zero, bytes, 4));
    printf("%d %c\n", bytes[3], bytes[4]);
    SHOW(write(full, bytes, 1));
    int random = open("/dev/urandom", O_RDONLY);
    SHOW(read(random, bytes, 8));
    struct stat status;
    SHOW(fstat(null, &status));
    printf("%o %lx\n", status.st_mode & S_IFMT, (long)status.st_rdev);
    int memory = memfd_create("scratch", MFD_CLOEXEC);
    SHOW(write(memory, "abc", 3));
    show_bytes(memory);
    SHOW(fcntl(memory, F_GETFD));
    int standard = open("/dev/stdout", O_WRONLY);
    SHOW(standard > 0);
    SHOW(write(standard, "", 0));
}

int main(void) {
    setvbuf(stdout, NULL, _IOFBF, 1 << 16);
    umask(022);
    positions();
    vectors();
    flags();
    moving();
    mapped();
    devices();
    return 0;
}
