/* ioctl.c: ask a device for something of its own. */
#include <stdarg.h>
#include <sys/ioctl.h>

#include "../internal/system.h"

int ioctl(int descriptor, unsigned long request, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, request);
    argument = va_arg(arguments, long);
    va_end(arguments);
    return (int)call3(SYSTEM_IOCTL, descriptor, request, argument);
}
