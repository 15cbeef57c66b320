/* sysinfo.c: the machine's memory and load. Linux. */
#include <sys/sysinfo.h>

#include "../internal/system.h"

int sysinfo(struct sysinfo *information)
{
    return (int)call1(SYSTEM_SYSINFO, information);
}

int get_nprocs(void)
{
    return 1;
}
