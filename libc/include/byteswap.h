/* byteswap.h: integers with their bytes in the other order. GNU. */
#ifndef _BYTESWAP_H
#define _BYTESWAP_H

unsigned short __cutaway_swap_16(unsigned short x);
unsigned int __cutaway_swap_32(unsigned int x);
unsigned long __cutaway_swap_64(unsigned long x);

#define bswap_16(x) __cutaway_swap_16(x)
#define bswap_32(x) __cutaway_swap_32(x)
#define bswap_64(x) __cutaway_swap_64(x)

#endif
