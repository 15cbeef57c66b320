/* malloc.h: the allocator's functions, as GNU has them here. */
#ifndef _MALLOC_H
#define _MALLOC_H

#include <stddef.h>
#include <stdlib.h>

#endif
