/* unistd.h: the system's interface. POSIX. */
#ifndef _UNISTD_H
#define _UNISTD_H

#include <getopt.h>
#include <stddef.h>
#include <sys/types.h>

#define _POSIX_VERSION 200809L
#define _POSIX2_VERSION 200809L
#define _XOPEN_VERSION 700

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifndef NULL
#define NULL ((void *)0)
#endif
#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3

#define _SC_ARG_MAX 0
#define _SC_CHILD_MAX 1
#define _SC_CLK_TCK 2
#define _SC_NGROUPS_MAX 3
#define _SC_OPEN_MAX 4
#define _SC_VERSION 29
#define _SC_PAGESIZE 30
#define _SC_PAGE_SIZE _SC_PAGESIZE
#define _SC_IOV_MAX 60
#define _SC_NPROCESSORS_CONF 83
#define _SC_NPROCESSORS_ONLN 84
#define _SC_PHYS_PAGES 85
#define _SC_AVPHYS_PAGES 86
#define _SC_HOST_NAME_MAX 180
#define _SC_LINE_MAX 43
#define _SC_LOGIN_NAME_MAX 71
#define _SC_TTY_NAME_MAX 72

#define _PC_LINK_MAX 0
#define _PC_NAME_MAX 3
#define _PC_PATH_MAX 4
#define _PC_PIPE_BUF 5

extern char **environ;

int access(const char *path, int mode);
unsigned int alarm(unsigned int seconds);
int brk(void *end);
int chdir(const char *path);
int chown(const char *path, uid_t user, gid_t group);
int close(int descriptor);
int dup(int descriptor);
int dup2(int descriptor, int wanted);
int dup3(int descriptor, int wanted, int flags);
int execl(const char *path, const char *argument, ...);
int execle(const char *path, const char *argument, ...);
int execlp(const char *file, const char *argument, ...);
int execv(const char *path, char *const arguments[]);
int execve(const char *path, char *const arguments[], char *const environment[]);
int execvp(const char *file, char *const arguments[]);
int execvpe(const char *file, char *const arguments[], char *const environment[]);
_Noreturn void _exit(int status);
int faccessat(int directory, const char *path, int mode, int flags);
int fchdir(int descriptor);
int fchown(int descriptor, uid_t user, gid_t group);
int fchownat(int directory, const char *path, uid_t user, gid_t group, int flags);
int fdatasync(int descriptor);
pid_t fork(void);
long fpathconf(int descriptor, int name);
int fsync(int descriptor);
int ftruncate(int descriptor, off_t length);
char *getcwd(char *buffer, size_t size);
gid_t getegid(void);
int getentropy(void *buffer, size_t size);
uid_t geteuid(void);
gid_t getgid(void);
int getgroups(int size, gid_t groups[]);
int gethostname(char *name, size_t size);
char *getlogin(void);
int getpagesize(void);
pid_t getpgid(pid_t process);
pid_t getpgrp(void);
pid_t getpid(void);
pid_t getppid(void);
pid_t getsid(pid_t process);
pid_t gettid(void);
uid_t getuid(void);
int isatty(int descriptor);
int lchown(const char *path, uid_t user, gid_t group);
int link(const char *old, const char *new);
int linkat(int old_directory, const char *old, int new_directory, const char *new, int flags);
int lockf(int descriptor, int command, off_t length);
off_t lseek(int descriptor, off_t offset, int origin);
int nice(int increment);
long pathconf(const char *path, int name);
int pause(void);
int pipe(int descriptors[2]);
int pipe2(int descriptors[2], int flags);
ssize_t pread(int descriptor, void *to, size_t count, off_t offset);
ssize_t pwrite(int descriptor, const void *from, size_t count, off_t offset);
ssize_t read(int descriptor, void *to, size_t count);
ssize_t readlink(const char *__restrict path, char *__restrict to, size_t size);
ssize_t readlinkat(int directory, const char *__restrict path, char *__restrict to, size_t size);
int rmdir(const char *path);
void *sbrk(ptrdiff_t increment);
int setegid(gid_t group);
int seteuid(uid_t user);
int setgid(gid_t group);
int setpgid(pid_t process, pid_t group);
int setregid(gid_t real, gid_t effective);
int setreuid(uid_t real, uid_t effective);
pid_t setsid(void);
int setuid(uid_t user);
unsigned int sleep(unsigned int seconds);
int symlink(const char *target, const char *path);
int symlinkat(const char *target, int directory, const char *path);
void sync(void);
long syscall(long number, ...);
long sysconf(int name);
pid_t tcgetpgrp(int descriptor);
int tcsetpgrp(int descriptor, pid_t group);
int truncate(const char *path, off_t length);
char *ttyname(int descriptor);
int unlink(const char *path);
int unlinkat(int directory, const char *path, int flags);
int usleep(useconds_t microseconds);
pid_t vfork(void);
ssize_t write(int descriptor, const void *from, size_t count);

#endif
