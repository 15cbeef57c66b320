/* sys/param.h: limits and macros of BSD. */
#ifndef _SYS_PARAM_H
#define _SYS_PARAM_H

#include <endian.h>
#include <limits.h>
#include <sys/types.h>

#define MAXPATHLEN PATH_MAX
#define MAXHOSTNAMELEN HOST_NAME_MAX
#define MAXSYMLINKS 20
#define NBBY 8
#define NGROUPS NGROUPS_MAX
#define NOFILE 256
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define howmany(count, group) (((count) + ((group)-1)) / (group))
#define roundup(number, multiple) (howmany(number, multiple) * (multiple))
#define powerof2(number) ((((number)-1) & (number)) == 0)
#define setbit(bits, i) ((bits)[(i) / NBBY] |= 1 << (i) % NBBY)
#define clrbit(bits, i) ((bits)[(i) / NBBY] &= ~(1 << (i) % NBBY))
#define isset(bits, i) ((bits)[(i) / NBBY] & (1 << (i) % NBBY))
#define isclr(bits, i) (((bits)[(i) / NBBY] & (1 << (i) % NBBY)) == 0)

#endif
