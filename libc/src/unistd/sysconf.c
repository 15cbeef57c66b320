/* sysconf.c: properties of the system. POSIX. */
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include "../internal/system.h"

static long open_files_max(void)
{
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};

    ask4(SYSTEM_PRLIMIT64, 0, RLIMIT_NOFILE, NULL, &limit);
    return limit.rlim_cur == RLIM_INFINITY ? -1 : (long)limit.rlim_cur;
}

static long pages(int name)
{
    struct sysinfo system;

    if (call1(SYSTEM_SYSINFO, &system) < 0) {
        return -1;
    }
    return (long)((name == _SC_PHYS_PAGES ? system.totalram : system.freeram) * system.mem_unit /
                  4096);
}

long sysconf(int name)
{
    switch (name) {
    case _SC_ARG_MAX:
        return ARG_MAX;
    case _SC_CLK_TCK:
        return 100;
    case _SC_NGROUPS_MAX:
        return NGROUPS_MAX;
    case _SC_OPEN_MAX:
        return open_files_max();
    case _SC_VERSION:
        return _POSIX_VERSION;
    case _SC_PAGESIZE:
        return 4096;
    case _SC_IOV_MAX:
        return IOV_MAX;
    case _SC_NPROCESSORS_CONF:
    case _SC_NPROCESSORS_ONLN:
        return 1;
    case _SC_PHYS_PAGES:
    case _SC_AVPHYS_PAGES:
        return pages(name);
    case _SC_HOST_NAME_MAX:
        return HOST_NAME_MAX;
    case _SC_LINE_MAX:
        return LINE_MAX;
    case _SC_LOGIN_NAME_MAX:
        return LOGIN_NAME_MAX;
    case _SC_TTY_NAME_MAX:
        return TTY_NAME_MAX;
    default:
        errno = EINVAL;
        return -1;
    }
}
