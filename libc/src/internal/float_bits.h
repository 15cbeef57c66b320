/* float_bits.h: floating values as their bits, and back. IEEE 754 3.4. */
#ifndef CUTAWAY_FLOAT_BITS_H
#define CUTAWAY_FLOAT_BITS_H

union float_bits {
    float value;
    unsigned int bits;
};

union double_bits {
    double value;
    unsigned long bits;
};

/* The low half comes first. */
union long_double_bits {
    long double value;
    unsigned long bits[2];
};

#define FLOAT_SIGN 0x80000000u
#define FLOAT_INFINITY 0x7f800000u
#define FLOAT_LEAST_NORMAL 0x00800000u
#define DOUBLE_SIGN 0x8000000000000000ul
#define DOUBLE_INFINITY 0x7ff0000000000000ul
#define DOUBLE_LEAST_NORMAL 0x0010000000000000ul

#endif
