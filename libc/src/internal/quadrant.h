/* quadrant.h: angles of any size, less the multiple of pi/2 that they hold. */
#ifndef CUTAWAY_QUADRANT_H
#define CUTAWAY_QUADRANT_H

#include <stdint.h>

#include "wide.h"

enum { TWO_PER_PI_WORDS = 528, FRACTION_WORDS = 10 };

extern const uint32_t __cutaway_two_per_pi[TWO_PER_PI_WORDS];

/*
 * significand * 2^exponent * 2/pi, for a significand of at most 113 bits and an exponent from -112
 * to 16300: its whole part modulo 4, and the words of its fraction, the highest first. The last
 * five of them are not exact.
 */
int __cutaway_count_quadrants(struct wide significand, int exponent,
                              uint32_t fraction[FRACTION_WORDS]);

#endif
