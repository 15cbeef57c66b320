/* decimal.c: decimal numbers of any length, exact. */
#include <string.h>

#include "../internal/decimal.h"

struct decimal __cutaway_decimal(uint32_t *limbs, int size, int point)
{
    return (struct decimal){limbs, size, point, point, point, false};
}

/* Leaves zeros at both ends out. */
static void trim(struct decimal *decimal)
{
    while (decimal->first < decimal->end && decimal->limbs[decimal->first] == 0) {
        decimal->first++;
    }
    while (decimal->first < decimal->end && decimal->limbs[decimal->end - 1] == 0) {
        decimal->end--;
    }
}

/* Puts a limb before the first one. */
static void prepend(struct decimal *decimal, uint64_t limb)
{
    if (decimal->first > 0) {
        decimal->limbs[--decimal->first] = (uint32_t)limb;
    }
}

/* Puts a limb behind the last one. */
static void append(struct decimal *decimal, uint64_t limb)
{
    if (decimal->end < decimal->size) {
        decimal->limbs[decimal->end++] = (uint32_t)limb;
    } else {
        decimal->is_more = decimal->is_more || limb != 0;
    }
}

static void multiply(struct decimal *decimal, uint32_t factor)
{
    uint64_t carry = 0;
    int i;

    for (i = decimal->end - 1; i >= decimal->first; i--) {
        carry += (uint64_t)decimal->limbs[i] * factor;
        decimal->limbs[i] = (uint32_t)(carry % DECIMAL_BASE);
        carry /= DECIMAL_BASE;
    }
    for (; carry > 0; carry /= DECIMAL_BASE) {
        prepend(decimal, carry % DECIMAL_BASE);
    }
    trim(decimal);
}

/* Divides by 2^bits, for at most nine bits: 2^9 divides the base, so that one more limb is enough. */
static void halve(struct decimal *decimal, int bits)
{
    uint32_t mask = ((uint32_t)1 << bits) - 1;
    uint64_t carry = 0;
    int i;

    for (i = decimal->first; i < decimal->end; i++) {
        carry = carry * DECIMAL_BASE + decimal->limbs[i];
        decimal->limbs[i] = (uint32_t)(carry >> bits);
        carry &= mask;
    }
    append(decimal, carry * DECIMAL_BASE >> bits);
    trim(decimal);
}

void __cutaway_decimal_set(struct decimal *decimal, struct wide value)
{
    decimal->first = decimal->point;
    decimal->end = decimal->point;
    while (value.high != 0 || value.low != 0) {
        prepend(decimal, __cutaway_wide_divide(&value, DECIMAL_BASE));
    }
    trim(decimal);
}

void __cutaway_decimal_place(struct decimal *decimal, int count, int power)
{
    int whole = power >= 0 ? power / DECIMAL_DIGITS : -((8 - power) / DECIMAL_DIGITS);
    int rest = power - whole * DECIMAL_DIGITS;
    int first = decimal->point - whole;
    int kept = count < decimal->size - first ? count : decimal->size - first;
    int i;

    for (i = kept; i < count; i++) {
        decimal->is_more = decimal->is_more || decimal->limbs[i] != 0;
    }
    memmove(decimal->limbs + first, decimal->limbs, (size_t)kept * sizeof *decimal->limbs);
    decimal->first = first;
    decimal->end = first + kept;
    trim(decimal);
    for (; rest > 0; rest--) {
        multiply(decimal, 10);
    }
}

void __cutaway_decimal_scale(struct decimal *decimal, int bits)
{
    for (; bits >= 29; bits -= 29) {
        multiply(decimal, (uint32_t)1 << 29);
    }
    if (bits > 0) {
        multiply(decimal, (uint32_t)1 << bits);
    }
    for (; bits <= -DECIMAL_DIGITS; bits += DECIMAL_DIGITS) {
        halve(decimal, DECIMAL_DIGITS);
    }
    if (bits < 0) {
        halve(decimal, -bits);
    }
}

bool __cutaway_decimal_is_zero(const struct decimal *decimal)
{
    return decimal->first == decimal->end;
}

static const uint32_t powers[] = {1,      10,      100,      1000,     10000,
                                  100000, 1000000, 10000000, 100000000};

int __cutaway_decimal_top(const struct decimal *decimal)
{
    int digit = DECIMAL_DIGITS - 1;

    while (digit > 0 && decimal->limbs[decimal->first] < powers[digit]) {
        digit--;
    }
    return (decimal->point - 1 - decimal->first) * DECIMAL_DIGITS + digit;
}

int __cutaway_decimal_bottom(const struct decimal *decimal)
{
    int digit = 0;

    while (digit < DECIMAL_DIGITS - 1 &&
           decimal->limbs[decimal->end - 1] % powers[digit + 1] == 0) {
        digit++;
    }
    return (decimal->point - decimal->end) * DECIMAL_DIGITS + digit;
}

/* Whether there is anything in limb number `index` and behind it. */
static bool has_from(const struct decimal *decimal, int index)
{
    return decimal->is_more || (index < decimal->end && decimal->first < decimal->end);
}

/* Compares what is below a digit of limb number `index` with half of the digit: -1, 0 or 1. */
static int compare_half(const struct decimal *decimal, int index, uint32_t unit)
{
    uint32_t limb = unit > 1 ? decimal->limbs[index] % unit : 0;
    uint32_t half = unit / 2;

    if (unit == 1) {
        index++;
        limb = index < decimal->end ? decimal->limbs[index] : 0;
        half = DECIMAL_BASE / 2;
    }
    if (limb != half) {
        return limb > half ? 1 : -1;
    }
    return has_from(decimal, index + 1) ? 1 : 0;
}

void __cutaway_decimal_round(struct decimal *decimal, int place)
{
    int whole = place >= 0 ? place / DECIMAL_DIGITS : -((8 - place) / DECIMAL_DIGITS);
    uint32_t unit = powers[place - whole * DECIMAL_DIGITS];
    int index = decimal->point - 1 - whole;
    int order;

    if (decimal->first == decimal->end || index >= decimal->end) {
        return;
    }
    while (decimal->first > index) {
        prepend(decimal, 0);
    }
    order = compare_half(decimal, index, unit);
    decimal->end = index + 1;
    decimal->is_more = false;
    decimal->limbs[index] -= decimal->limbs[index] % unit;
    if (order > 0 || (order == 0 && decimal->limbs[index] / unit % 2 != 0)) {
        decimal->limbs[index] += unit;
        while (decimal->limbs[index] >= DECIMAL_BASE) {
            decimal->limbs[index] -= DECIMAL_BASE;
            if (index == decimal->first) {
                prepend(decimal, 0);
            }
            decimal->limbs[--index]++;
        }
    }
    trim(decimal);
}

struct wide __cutaway_decimal_whole(const struct decimal *decimal)
{
    struct wide whole = {0, 0};
    int i;

    for (i = decimal->first; i < decimal->point; i++) {
        whole = __cutaway_wide_multiply(whole, DECIMAL_BASE,
                                        i < decimal->end ? decimal->limbs[i] : 0);
    }
    return whole;
}

bool __cutaway_decimal_has_fraction(const struct decimal *decimal)
{
    return has_from(decimal, decimal->point);
}

void __cutaway_decimal_spell(const struct decimal *decimal, int index, char *digits)
{
    bool counts = index >= decimal->first && index < decimal->end;
    uint32_t limb = counts ? decimal->limbs[index] : 0;
    int i;

    for (i = DECIMAL_DIGITS - 1; i >= 0; i--) {
        digits[i] = (char)('0' + limb % 10);
        limb /= 10;
    }
}
