/* kernel_exp_long.c: e^x - 1 near 0. */
#include "../internal/elementary_long.h"

/* 1/n! for n from 13 down to 2. */
static const long double factors[] = {
    0x1.6124613a86d097ca38331d23af68p-33L,
    0x1.1eed8eff8d897b544da987acfe85p-29L,
    0x1.ae64567f544e38fe747e4b837dc7p-26L,
    0x1.27e4fb7789f5c72ef016d3ea6679p-22L,
    0x1.71de3a556c7338faac1c88e50017p-19L,
    0x1.a01a01a01a01a01a01a01a01a01ap-16L,
    0x1.a01a01a01a01a01a01a01a01a01ap-13L,
    0x1.6c16c16c16c16c16c16c16c16c17p-10L,
    0x1.1111111111111111111111111111p-7L,
    0x1.5555555555555555555555555555p-5L,
    0x1.5555555555555555555555555555p-3L,
    0x1p-1L};

long double __cutaway_exp_minus_1_long(long double x)
{
    long double part = x * 0x1p-8L;
    long double sum = 0;
    int i;

    for (i = 0; i < (int)(sizeof factors / sizeof *factors); i++) {
        sum = sum * part + factors[i];
    }
    sum = part + part * part * sum;
    /* Eight times from E(x) = e^x - 1 to E(2x) = E(x) (E(x) + 2). */
    for (i = 0; i < 8; i++) {
        sum = sum * (sum + 2);
    }
    return sum;
}
