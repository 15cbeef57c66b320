/*
 * overflow.c: sums, differences and products that say whether they fit, for the compiler's
 * __builtin_add_overflow and its kin where an operand or the result has 128 bits.
 */
typedef unsigned __int128 word;

#include "../internal/overflow.h"

static void store(void *to, word bits, int width)
{
    switch (width) {
    case 8:
        *(unsigned char *)to = (unsigned char)bits;
        break;
    case 16:
        *(unsigned short *)to = (unsigned short)bits;
        break;
    case 32:
        *(unsigned int *)to = (unsigned int)bits;
        break;
    case 64:
        *(unsigned long *)to = (unsigned long)bits;
        break;
    default:
        *(word *)to = bits;
        break;
    }
}

/*
 * `left operation right`, as if in unlimited precision: what fits of it goes to `result`, unless that is a
 * null pointer. Says whether it is not all. Operands are extended to 128 bits as their types say; `width` is
 * that of the result in bits.
 */
int __cutaway_overflow_int128(int operation, word left, int left_is_signed, word right, int right_is_signed,
                              void *result, int width, int result_is_signed)
{
    struct number number =
        both(operation, number_of(left, left_is_signed), number_of(right, right_is_signed));

    if (result != 0) {
        store(result, bits_of(number), width);
    }
    return !fits(number, width, result_is_signed);
}
