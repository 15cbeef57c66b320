/*
 * fmal.c: x * y + z for long doubles, rounded once. C17 7.12.13.1.
 *
 * The sum is exact, in a number of 640 bits. Where one of product and z is so much smaller that it
 * would not fit, it only says to which side of the other the sum is.
 */
#include <math.h>

#include "../internal/real.h"

enum { WORDS = 20, DISTANCE_MAX = 240 };

/* In two's complement, the lowest word first. */
struct sum {
    uint32_t words[WORDS];
};

/* Adds  value * 2^position. */
static void add(struct sum *sum, uint64_t value, int position, bool is_negative)
{
    int shift = position % 32;
    uint64_t parts[3] = {value << shift & 0xffffffff, value << shift >> 32,
                         shift == 0 ? 0 : value >> (64 - shift)};
    int64_t carry = 0;
    int i;

    for (i = position / 32; i < WORDS; i++) {
        int at = i - position / 32;
        int64_t part = at < 3 ? (int64_t)parts[at] : 0;

        carry += (int64_t)sum->words[i] + (is_negative ? -part : part);
        sum->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void add_product(struct sum *sum, struct wide x, struct wide y, int position,
                        bool is_negative)
{
    uint64_t left[4] = {x.low & 0xffffffff, x.low >> 32, x.high & 0xffffffff, x.high >> 32};
    uint64_t right[4] = {y.low & 0xffffffff, y.low >> 32, y.high & 0xffffffff, y.high >> 32};
    int i;
    int j;

    for (i = 0; i < 4; i++) {
        for (j = 0; j < 4; j++) {
            add(sum, left[i] * right[j], position + 32 * (i + j), is_negative);
        }
    }
}

static void negate(struct sum *sum)
{
    uint64_t carry = 1;
    int i;

    for (i = 0; i < WORDS; i++) {
        carry += ~sum->words[i];
        sum->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

/* The number that the sum is, times 2^exponent: its 128 highest bits, and whether there are more. */
static struct real highest(const struct sum *sum, int exponent, bool *is_more)
{
    int top = WORDS - 1;
    struct real number = {REAL_FINITE, false, {0, 0}, exponent, &__cutaway_binary128};
    int i;

    while (top > 3 && sum->words[top] == 0) {
        top--;
    }
    number.significand.high = (uint64_t)sum->words[top] << 32 | sum->words[top - 1];
    number.significand.low = (uint64_t)sum->words[top - 2] << 32 | sum->words[top - 3];
    number.exponent += 32 * (top - 3);
    *is_more = false;
    /* A whole word of these is needed for rounding when the highest one is nearly empty. */
    if (top > 3) {
        int room = 128 - __cutaway_wide_bits(number.significand);

        number.significand = __cutaway_wide_left(number.significand, room);
        number.significand.low |= room == 0 ? 0 : sum->words[top - 4] >> (32 - room);
        number.exponent -= room;
        *is_more = room < 32 && (sum->words[top - 4] << room) != 0;
    }
    for (i = 0; i < top - 4; i++) {
        *is_more = *is_more || sum->words[i] != 0;
    }
    return number;
}

long double fmal(long double x, long double y, long double z)
{
    struct real left = __cutaway_take_long_double(x);
    struct real right = __cutaway_take_long_double(y);
    struct real addend = __cutaway_take_long_double(z);
    bool is_product_negative = left.negative != right.negative;
    struct sum sum = {{0}};
    struct real result;
    int exponent = left.exponent + right.exponent;
    int least;
    bool is_more;
    bool is_negative;

    if (isinf(z) && isfinite(x) && isfinite(y)) {
        return z;
    }
    if (!isfinite(x) || !isfinite(y) || !isfinite(z) || x == 0 || y == 0) {
        return x * y + z;
    }
    if (z != 0 && addend.exponent - exponent > DISTANCE_MAX) {
        left.significand = (struct wide){0, 1};
        right.significand = left.significand;
        exponent = addend.exponent - 10;
    } else if (z == 0 || exponent - addend.exponent > DISTANCE_MAX) {
        addend.significand = (struct wide){0, z != 0};
        addend.exponent = exponent - 130;
    }
    least = exponent < addend.exponent ? exponent : addend.exponent;
    add_product(&sum, left.significand, right.significand, exponent - least, is_product_negative);
    add(&sum, addend.significand.low, addend.exponent - least, addend.negative);
    add(&sum, addend.significand.high, addend.exponent - least + 64, addend.negative);
    is_negative = sum.words[WORDS - 1] >> 31 != 0;
    if (is_negative) {
        negate(&sum);
    }
    result = highest(&sum, least, &is_more);
    result.negative = is_negative;
    return __cutaway_make_long_double(result, is_more);
}
