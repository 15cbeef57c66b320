/* syscall.c: any system call, by its number. BSD. */
#include <stdarg.h>
#include <unistd.h>

#include "../internal/system.h"

long syscall(long number, ...)
{
    va_list list;
    long a[6];

    va_start(list, number);
    for (int i = 0; i < 6; i++) {
        a[i] = va_arg(list, long);
    }
    va_end(list);
    return call6(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
