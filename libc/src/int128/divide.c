/*
 * divide.c: division of numbers of 128 bits, under the names that compilers call (GCC internals, "Integer
 * library routines"). By zero, which C leaves undefined, the quotient is all ones and the remainder the
 * dividend, as the machine's own division has it.
 */

int __clzdi2(unsigned long value);

/* How many zero bits stand above the highest bit that is set; the argument is not 0. */
static int leading_zeros(unsigned __int128 value)
{
    unsigned long high = (unsigned long)(value >> 64);

    return high != 0 ? __clzdi2(high) : 64 + __clzdi2((unsigned long)value);
}

/* The quotient; the remainder goes to rest. One bit of the quotient after the other. */
static unsigned __int128 divide(unsigned __int128 dividend, unsigned __int128 divisor, unsigned __int128 *rest)
{
    unsigned __int128 quotient = 0;
    int count;

    if (divisor == 0) {
        *rest = dividend;
        return ~quotient;
    }
    if ((dividend | divisor) >> 64 == 0) {
        *rest = (unsigned long)dividend % (unsigned long)divisor;
        return (unsigned long)dividend / (unsigned long)divisor;
    }
    if (dividend >= divisor) {
        count = leading_zeros(divisor) - leading_zeros(dividend);
        divisor <<= count;
        for (; count >= 0; count--) {
            quotient <<= 1;
            if (dividend >= divisor) {
                dividend -= divisor;
                quotient |= 1;
            }
            divisor >>= 1;
        }
    }
    *rest = dividend;
    return quotient;
}

static unsigned __int128 magnitude(__int128 number)
{
    return number < 0 ? -(unsigned __int128)number : (unsigned __int128)number;
}

unsigned __int128 __udivti3(unsigned __int128 dividend, unsigned __int128 divisor)
{
    unsigned __int128 rest;

    return divide(dividend, divisor, &rest);
}

unsigned __int128 __umodti3(unsigned __int128 dividend, unsigned __int128 divisor)
{
    unsigned __int128 rest;

    divide(dividend, divisor, &rest);
    return rest;
}

/* Towards zero. C17 6.5.5p6. */
__int128 __divti3(__int128 dividend, __int128 divisor)
{
    unsigned __int128 quotient = __udivti3(magnitude(dividend), magnitude(divisor));

    if (divisor == 0) {
        return -1;
    }
    return (__int128)((dividend < 0) == (divisor < 0) ? quotient : -quotient);
}

/* With the sign of the dividend. C17 6.5.5p6. */
__int128 __modti3(__int128 dividend, __int128 divisor)
{
    unsigned __int128 rest = __umodti3(magnitude(dividend), magnitude(divisor));

    return (__int128)(dividend < 0 ? -rest : rest);
}
