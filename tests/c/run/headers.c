/* C17 7.1.2p4: headers in any order, twice, and what they define for #if. */
#define _GNU_SOURCE
#include <wctype.h>
#include <wchar.h>
#include <unistd.h>
#include <uchar.h>
#include <time.h>
#include <termios.h>
#include <sys/wait.h>
#include <sys/utsname.h>
#include <sys/uio.h>
#include <sys/types.h>
#include <sys/times.h>
#include <sys/time.h>
#include <sys/stat.h>
#include <sys/select.h>
#include <sys/resource.h>
#include <sys/random.h>
#include <sys/mman.h>
#include <sys/ioctl.h>
#include <sys/file.h>
#include <strings.h>
#include <string.h>
#include <stdnoreturn.h>
#include <stdlib.h>
#include <stdio.h>
#include <stdint.h>
#include <stddef.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stdalign.h>
#include <signal.h>
#include <setjmp.h>
#include <search.h>
#include <pwd.h>
#include <poll.h>
#include <memory.h>
#include <malloc.h>
#include <locale.h>
#include <limits.h>
#include <iso646.h>
#include <inttypes.h>
#include <glob.h>
#include <getopt.h>
#include <fnmatch.h>
#include <fcntl.h>
#include <errno.h>
#include <error.h>
#include <err.h>
#include <endian.h>
#include <dirent.h>
#include <ctype.h>
#include <byteswap.h>
#include <assert.h>
#include <libgen.h>
#include <sys/param.h>
#include <stdio.h>
#include <wchar.h>

#if O_CREAT != 0100 || SIGKILL != 9 || EAGAIN != 11 || S_IFDIR != 0040000 || POLLIN != 1
#error "the numbers are not those of Linux"
#endif

#define SIZE(type) printf(#type " %d %d\n", (int)sizeof(type), (int)_Alignof(type))
#define PLACE(type, member) printf(#type "." #member " %d\n", (int)offsetof(type, member))

int main(void)
{
    SIZE(struct stat);
    SIZE(struct dirent);
    SIZE(struct termios);
    SIZE(struct rusage);
    SIZE(struct utsname);
    SIZE(struct flock);
    SIZE(struct tm);
    SIZE(struct itimerval);
    SIZE(struct iovec);
    SIZE(struct pollfd);
    SIZE(struct lconv);
    SIZE(struct tms);
    SIZE(siginfo_t);
    SIZE(sigset_t);
    SIZE(stack_t);
    SIZE(fd_set);
    SIZE(wint_t);
    SIZE(mbstate_t);
    SIZE(off_t);
    SIZE(nlink_t);
    SIZE(blksize_t);
    PLACE(struct stat, st_size);
    PLACE(struct stat, st_blocks);
    PLACE(struct stat, st_mtim);
    PLACE(struct dirent, d_name);
    PLACE(struct termios, c_cc);
    PLACE(struct flock, l_pid);
    PLACE(siginfo_t, si_addr);
    PLACE(siginfo_t, si_status);
    PLACE(siginfo_t, si_value);
    printf("%d %d %d\n", FILENAME_MAX, L_tmpnam, TMP_MAX);
    printf("%d %d %d\n", PATH_MAX, NAME_MAX, RAND_MAX);
    printf("%d %d %d\n", MIN(3, 4), MAX(3, 4), (int)roundup(13, 8));
    return not 1 or false;
}
