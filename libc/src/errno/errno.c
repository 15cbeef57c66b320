/* errno.c: the number of the last error. C17 7.5p2. */
#include <errno.h>

int errno;
