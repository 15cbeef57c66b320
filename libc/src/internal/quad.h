/* quad.h: long double, which is binary128, in integers. IEEE 754 3.4; RISC-V psABI "C/C++ type
 * details".
 *
 *     sign | biased exponent | significand without its leading one
 *       1  |       15        |               112
 *
 * The functions of softfloat/ have the names and meanings of libgcc's, which compilers call where a
 * program computes with long double. They round to nearest, ties to even.
 */
#ifndef CUTAWAY_QUAD_H
#define CUTAWAY_QUAD_H

#include <stdbool.h>

/* An unsigned number of 128 bits. */
struct wide {
    unsigned long high;
    unsigned long low;
};

/* A long double as its bits, and back. */
union quad {
    long double value;
    struct {
        unsigned long low;
        unsigned long high;
    } bits;
};

/* What a number can be. */
enum kind { QUAD_ZERO, QUAD_FINITE, QUAD_INFINITE, QUAD_NAN };

/* A number taken apart. A finite one has the magnitude digits / 2^126 * 2^exponent, where the
 * leading one of the digits is bit 126; the lowest bit is sticky: it stands for all below it. */
struct real {
    enum kind kind;
    bool negative;
    int exponent;
    struct wide digits;
};

/* Takes a long double apart. */
struct real __cutaway_unpack(long double number);

/* The nearest long double. */
long double __cutaway_pack(struct real number);

/* The nearest number of a format of at most 64 bits, as its bits. */
unsigned long __cutaway_pack_narrow(struct real number, int precision, int exponent_bits);

/* A finite number from digits whose leading one may be anywhere; zero from zero. The exponent is
 * that of bit 126. */
struct real __cutaway_normalize(bool negative, int exponent, struct wide digits);

/* Shifts by any count; in the sticky one the lowest bit stays set if a one is shifted out. */
struct wide __cutaway_shift_left(struct wide digits, int count);
struct wide __cutaway_shift_right(struct wide digits, int count);
struct wide __cutaway_shift_right_sticky(struct wide digits, int count);

/* Sum and difference, modulo 2^128, and order: less than, equal to or greater than 0. */
struct wide __cutaway_wide_add(struct wide a, struct wide b);
struct wide __cutaway_wide_subtract(struct wide a, struct wide b);
int __cutaway_wide_order(struct wide a, struct wide b);

/* The NaN that operations deliver. RISC-V unprivileged, "NaN Generation and Propagation". */
long double __cutaway_quad_nan(void);

/* Zero and infinity. */
long double __cutaway_quad_zero(bool negative);
long double __cutaway_quad_infinity(bool negative);

/* libgcc's routines: arithmetic, comparison, conversions from and to long double. */
long double __addtf3(long double a, long double b);
long double __subtf3(long double a, long double b);
long double __multf3(long double a, long double b);
long double __divtf3(long double a, long double b);
int __eqtf2(long double a, long double b);
int __netf2(long double a, long double b);
int __lttf2(long double a, long double b);
int __letf2(long double a, long double b);
int __gttf2(long double a, long double b);
int __getf2(long double a, long double b);
int __unordtf2(long double a, long double b);
long double __extendsftf2(float number);
long double __extenddftf2(double number);
float __trunctfsf2(long double number);
double __trunctfdf2(long double number);
int __fixtfsi(long double number);
long __fixtfdi(long double number);
unsigned int __fixunstfsi(long double number);
unsigned long __fixunstfdi(long double number);
long double __floatsitf(int number);
long double __floatditf(long number);
long double __floatunsitf(unsigned int number);
long double __floatunditf(unsigned long number);

#endif
