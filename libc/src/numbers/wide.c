/* wide.c: unsigned integers of 128 bits, in two halves. */
#include "../internal/wide.h"

int __cutaway_wide_bits(struct wide value)
{
    uint64_t top = value.high != 0 ? value.high : value.low;
    int bits = value.high != 0 ? 64 : 0;

    for (; top != 0; top >>= 1) {
        bits++;
    }
    return bits;
}

struct wide __cutaway_wide_left(struct wide value, int count)
{
    if (count >= 128) {
        return (struct wide){0, 0};
    }
    if (count >= 64) {
        return (struct wide){value.low << (count - 64), 0};
    }
    if (count == 0) {
        return value;
    }
    return (struct wide){value.high << count | value.low >> (64 - count), value.low << count};
}

struct wide __cutaway_wide_right(struct wide value, int count)
{
    if (count >= 128) {
        return (struct wide){0, 0};
    }
    if (count >= 64) {
        return (struct wide){0, value.high >> (count - 64)};
    }
    if (count == 0) {
        return value;
    }
    return (struct wide){value.high >> count, value.low >> count | value.high << (64 - count)};
}

struct wide __cutaway_wide_multiply(struct wide value, uint32_t factor, uint64_t addend)
{
    uint64_t low = (value.low & 0xffffffff) * factor;
    uint64_t middle = (value.low >> 32) * factor + (low >> 32);
    struct wide result = {value.high * factor + (middle >> 32), middle << 32 | (low & 0xffffffff)};

    result.low += addend;
    result.high += result.low < addend;
    return result;
}

uint32_t __cutaway_wide_divide(struct wide *value, uint32_t divisor)
{
    uint64_t remainder = value->high % divisor;
    uint64_t upper = remainder << 32 | value->low >> 32;
    uint64_t lower = (upper % divisor) << 32 | (value->low & 0xffffffff);

    value->high /= divisor;
    value->low = (upper / divisor) << 32 | lower / divisor;
    return (uint32_t)(lower % divisor);
}
