/* swap.c: integers with their bytes in the other order. GNU bswap_16, bswap_32, bswap_64. */
#include <byteswap.h>

unsigned short __cutaway_swap_16(unsigned short x)
{
    return (unsigned short)(x << 8 | x >> 8);
}

unsigned int __cutaway_swap_32(unsigned int x)
{
    return (unsigned int)__cutaway_swap_16((unsigned short)x) << 16 |
           __cutaway_swap_16((unsigned short)(x >> 16));
}

unsigned long __cutaway_swap_64(unsigned long x)
{
    return (unsigned long)__cutaway_swap_32((unsigned int)x) << 32 |
           __cutaway_swap_32((unsigned int)(x >> 32));
}
