/*
 * bits.c: counting and reversing, under the names that compilers call on a machine without such
 * instructions (GCC internals, "Integer library routines").
 */

/* How many zero bits stand above the highest bit that is set; the argument is not 0. */
int __clzdi2(unsigned long value)
{
    int count = 0;

    for (int step = 32; step > 0; step /= 2) {
        if (value >> (64 - step) == 0) {
            count += step;
            value <<= step;
        }
    }
    return count;
}

/* How many zero bits stand below the lowest bit that is set; the argument is not 0. */
int __ctzdi2(unsigned long value)
{
    return 63 - __clzdi2(value & -value);
}

/* One more than the number of the lowest bit that is set; 0 for 0. */
int __ffsdi2(long value)
{
    return value == 0 ? 0 : __ctzdi2((unsigned long)value) + 1;
}

/* How many bits below the sign bit are equal to it. */
int __clrsbdi2(long value)
{
    unsigned long rest = (unsigned long)(value < 0 ? ~value : value);

    return rest == 0 ? 63 : __clzdi2(rest) - 1;
}

/* How many bits are set. */
int __popcountdi2(unsigned long value)
{
    int count = 0;

    for (; value != 0; value &= value - 1) {
        count++;
    }
    return count;
}

/* Whether the number of bits that are set is odd. */
int __paritydi2(unsigned long value)
{
    return __popcountdi2(value) & 1;
}

/* The bytes in the other order. */
unsigned int __bswapsi2(unsigned int value)
{
    return value >> 24 | (value >> 8 & 0xff00) | (value & 0xff00) << 8 | value << 24;
}

/* The bytes in the other order. */
unsigned long __bswapdi2(unsigned long value)
{
    return (unsigned long)__bswapsi2((unsigned int)value) << 32 | __bswapsi2((unsigned int)(value >> 32));
}
