/*
 * decimal.h: decimal numbers of any length, exact.
 *
 * Limbs of nine digits, the most significant first:
 *
 *     limbs      0 ... first ... point-1 | point ... end-1 ... size-1
 *     holds            digits before it  .  digits behind it
 *
 * Limbs outside of [first, end) count as zero, whatever is in them.
 */
#ifndef CUTAWAY_DECIMAL_H
#define CUTAWAY_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "wide.h"

enum { DECIMAL_BASE = 1000000000, DECIMAL_DIGITS = 9 };

/* Room for every double and every rounding of one, and the same for long double. */
enum { DOUBLE_LIMBS = 166, DOUBLE_POINT = 40, LONG_DOUBLE_LIMBS = 2400, LONG_DOUBLE_POINT = 556 };

struct decimal {
    uint32_t *limbs;
    int size;
    int point;
    int first;
    int end;
    bool is_more; /* digits did not fit: the number is a little greater than its limbs say */
};

/* Starts as 0. */
struct decimal __cutaway_decimal(uint32_t *limbs, int size, int point);

/* Sets it to a whole number. */
void __cutaway_decimal_set(struct decimal *decimal, struct wide value);

/*
 * Sets it to  0.DIGITS * 10^power,  where the digits are those in the first `count` limbs; what has
 * no place is left out.
 */
void __cutaway_decimal_place(struct decimal *decimal, int count, int power);

/* decimal * 2^bits. */
void __cutaway_decimal_scale(struct decimal *decimal, int bits);

bool __cutaway_decimal_is_zero(const struct decimal *decimal);

/* The power of ten of the first digit that is not 0. */
int __cutaway_decimal_top(const struct decimal *decimal);

/* The power of ten of the last digit that is not 0. */
int __cutaway_decimal_bottom(const struct decimal *decimal);

/* Rounds to a multiple of 10^place; to the even one when it lies half way. */
void __cutaway_decimal_round(struct decimal *decimal, int place);

/* What is before the point, modulo 2^128, and whether there is anything behind it. */
struct wide __cutaway_decimal_whole(const struct decimal *decimal);
bool __cutaway_decimal_has_fraction(const struct decimal *decimal);

/* Spells the nine digits of limb number `index`. */
void __cutaway_decimal_spell(const struct decimal *decimal, int index, char *digits);

#endif
