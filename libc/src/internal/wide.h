/* wide.h: unsigned integers of 128 bits, in two halves. */
#ifndef CUTAWAY_WIDE_H
#define CUTAWAY_WIDE_H

#include <stdbool.h>
#include <stdint.h>

struct wide {
    uint64_t high;
    uint64_t low;
};

/* How many bits it takes to write the value; 0 for 0. */
int __cutaway_wide_bits(struct wide value);

/* The value shifted; counts of 128 and more give 0. */
struct wide __cutaway_wide_left(struct wide value, int count);
struct wide __cutaway_wide_right(struct wide value, int count);

/* value * factor + addend, modulo 2^128. */
struct wide __cutaway_wide_multiply(struct wide value, uint32_t factor, uint64_t addend);

/* Divides, and returns the remainder. */
uint32_t __cutaway_wide_divide(struct wide *value, uint32_t divisor);

#endif
