/* unistd.h: the few direct system calls that this library has. POSIX. */
#ifndef _UNISTD_H
#define _UNISTD_H

#include <stddef.h>
#include <sys/types.h>

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

extern char **environ;

_Noreturn void _exit(int status);
int close(int descriptor);
pid_t getpid(void);
ssize_t read(int descriptor, void *to, size_t count);
ssize_t write(int descriptor, const void *from, size_t count);

#endif
