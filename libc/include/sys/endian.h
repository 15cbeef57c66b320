/* sys/endian.h: endian.h under its name in BSD. */
#include <endian.h>
