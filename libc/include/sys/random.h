/* sys/random.h: bytes by chance. GNU. */
#ifndef _SYS_RANDOM_H
#define _SYS_RANDOM_H

#include <sys/types.h>

#define GRND_NONBLOCK 1
#define GRND_RANDOM 2

int getentropy(void *buffer, size_t size);
ssize_t getrandom(void *buffer, size_t size, unsigned int flags);

#endif
