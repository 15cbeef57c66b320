/* remainder.h: exact remainders of floating-point numbers. */
#ifndef CUTAWAY_REMAINDER_H
#define CUTAWAY_REMAINDER_H

#include "real.h"

/*
 * What is left of |x| when |y| is taken away as often as it goes, as a number of x's format; y is
 * not 0. Of how often that was, `quotient` gets the last bits.
 */
struct real __cutaway_remainder(struct real x, struct real y, unsigned int *quotient);

#endif
