/* kernel_sin_long.c: sine and cosine of long doubles near 0. */
#include "../internal/elementary_long.h"

/* (-1)^k / (2k+1)! for k from 15 down to 1. */
static const long double sine_factors[] = {
    -0x1.434d2e783f5bc42e1ee46fa6bfc4p-113L,
    0x1.259f98b4358ad7abe30e7766f129p-103L,
    -0x1.d1ab1c2dccea320a9a18f15d4277p-94L,
    0x1.3f3ccdd165fa8d4e44a419776f11p-84L,
    -0x1.761b413163819d97b8704dd7f628p-75L,
    0x1.71b8ef6dcf5718bef146fcee6e45p-66L,
    -0x1.2f49b4681415724ca1ec3b7b9675p-57L,
    0x1.952c77030ad4a6b2605197771bp-49L,
    -0x1.ae7f3e733b81f11d8656b0ee8cbp-41L,
    0x1.6124613a86d097ca38331d23af68p-33L,
    -0x1.ae64567f544e38fe747e4b837dc7p-26L,
    0x1.71de3a556c7338faac1c88e50017p-19L,
    -0x1.a01a01a01a01a01a01a01a01a01ap-13L,
    0x1.1111111111111111111111111111p-7L,
    -0x1.5555555555555555555555555555p-3L};

/* (-1)^k / (2k)! for k from 15 down to 2. */
static const long double cosine_factors[] = {
    -0x1.3932c5047d60e60caded4c2989c5p-108L,
    0x1.0a18a2635085d373c5c51c354a8dp-98L,
    -0x1.88e85fc6a4e59a38f2050ba6b015p-89L,
    0x1.f2cf01972f577cca4b4067ca9d8ap-80L,
    -0x1.0ce396db7f8529450c90b7f338ecp-70L,
    0x1.e542ba402022507a9cad2bf8f0bbp-62L,
    -0x1.6827863b97d977bb004886a2c2abp-53L,
    0x1.ae7f3e733b81f11d8656b0ee8cbp-45L,
    -0x1.93974a8c07c9d20badf145dfa3e5p-37L,
    0x1.1eed8eff8d897b544da987acfe85p-29L,
    -0x1.27e4fb7789f5c72ef016d3ea6679p-22L,
    0x1.a01a01a01a01a01a01a01a01a01ap-16L,
    -0x1.6c16c16c16c16c16c16c16c16c17p-10L,
    0x1.5555555555555555555555555555p-5L};

static long double series(const long double *factors, int count, long double square)
{
    long double sum = factors[0];
    int i;

    for (i = 1; i < count; i++) {
        sum = sum * square + factors[i];
    }
    return sum;
}

long double __cutaway_sin_long(long double x)
{
    long double square = x * x;
    int count = sizeof sine_factors / sizeof *sine_factors;

    return x + x * square * series(sine_factors, count, square);
}

long double __cutaway_cos_long(long double x)
{
    long double square = x * x;
    int count = sizeof cosine_factors / sizeof *cosine_factors;

    return 1 - (square / 2 - square * square * series(cosine_factors, count, square));
}
