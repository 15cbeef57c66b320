/* bits/mbstate.h: a multibyte character half converted, wherever it is defined. C17 7.29.1p2. */
#ifndef _BITS_MBSTATE_H
#define _BITS_MBSTATE_H

/* All zero: between two characters. */
typedef struct {
    unsigned int __value; /* the bits read so far, or a surrogate to be written or read still */
    unsigned char __missing; /* bytes that the character still lacks */
    unsigned char __length;  /* bytes of the character in all */
} mbstate_t;

#endif
