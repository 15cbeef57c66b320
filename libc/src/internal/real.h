/*
 * real.h: floating-point numbers taken apart.
 *
 * A finite number is  significand * 2^exponent,  with a significand of up to 128 bits.
 */
#ifndef CUTAWAY_REAL_H
#define CUTAWAY_REAL_H

#include <stdbool.h>

#include "wide.h"

/* A binary interchange format (IEEE 754-2008 3.6). */
struct real_format {
    int precision;    /* bits of a normal number's significand */
    int exponent_max; /* all finite numbers are below 2^exponent_max */
};

/* binary32, binary64, binary128: float, double, long double. */
extern const struct real_format __cutaway_binary32;
extern const struct real_format __cutaway_binary64;
extern const struct real_format __cutaway_binary128;

enum real_kind { REAL_FINITE, REAL_INFINITE, REAL_NAN };

struct real {
    enum real_kind kind;
    bool negative;
    struct wide significand;
    int exponent;
    const struct real_format *format; /* where it is from */
};

/* The exponent of a format's smallest number. */
int __cutaway_exponent_min(const struct real_format *format);

struct real __cutaway_take_double(double value);
struct real __cutaway_take_long_double(long double value);

/* A number rounded to a format. */
struct rounded {
    struct wide bits; /* its representation, without sign */
    bool inexact;
    bool overflows;
    bool is_tiny; /* below the smallest normal number */
};

/*
 * Rounds to the nearest number of a format, to the even one of two (IEEE 754-2008 4.3.1).
 * `is_more`: the number is a little greater than it says; then it must have at least two bits more
 * than the format's precision, or lie below its smallest numbers.
 */
struct rounded __cutaway_round(struct real number, bool is_more, const struct real_format *format);

/* A number of the kind that the format has, rounded; errno stays as it is. */
long double __cutaway_put_long_double(struct real number);

/* Puts numbers together. A failure to represent them sets errno to ERANGE (C17 7.22.1.3p10). */
float __cutaway_make_float(struct real number, bool is_more);
double __cutaway_make_double(struct real number, bool is_more);
long double __cutaway_make_long_double(struct real number, bool is_more);

#endif
