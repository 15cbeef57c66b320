/*
 * overflow.c: sums, differences and products that say whether they fit, for the compiler's
 * __builtin_add_overflow and its kin.
 */

/* A number with more than 64 bits: a sign, 64 bits, and whether there are more above them. */
struct number {
    int is_negative;
    unsigned long magnitude;
    int is_wider;
};

static struct number number_of(unsigned long bits, int is_signed)
{
    struct number number = {is_signed && (long)bits < 0, bits, 0};

    if (number.is_negative) {
        number.magnitude = -bits;
    }
    return number;
}

static struct number sum(struct number left, struct number right)
{
    struct number result = left;

    if (left.is_negative == right.is_negative) {
        result.magnitude = left.magnitude + right.magnitude;
        result.is_wider = result.magnitude < left.magnitude;
    } else if (left.magnitude >= right.magnitude) {
        result.magnitude = left.magnitude - right.magnitude;
    } else {
        result = right;
        result.magnitude = right.magnitude - left.magnitude;
    }
    return result;
}

static struct number product(struct number left, struct number right)
{
    struct number result = {left.is_negative != right.is_negative, left.magnitude * right.magnitude, 0};

    result.is_wider = left.magnitude != 0 && result.magnitude / left.magnitude != right.magnitude;
    return result;
}

/* Whether a number is one of an integer type of so many bits. */
static int fits(struct number number, int width, int is_signed)
{
    unsigned long highest = ~0UL >> (64 - width);

    if (number.is_wider) {
        return 0;
    }
    if (number.is_negative && number.magnitude != 0) {
        return is_signed && number.magnitude <= highest / 2 + 1;
    }
    return number.magnitude <= (is_signed ? highest / 2 : highest);
}

static void store(void *to, unsigned long bits, int width)
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
    default:
        *(unsigned long *)to = bits;
        break;
    }
}

/*
 * `left operation right`, as if in unlimited precision: what fits of it goes to `result`, unless that is a
 * null pointer. Says whether it is not all. Operands are extended to 64 bits as their types say; `width` is
 * that of the result in bits.
 */
int __cutaway_overflow(int operation, unsigned long left, int left_is_signed, unsigned long right,
                       int right_is_signed, void *result, int width, int result_is_signed)
{
    struct number first = number_of(left, left_is_signed);
    struct number second = number_of(right, right_is_signed);
    struct number both;

    if (operation == '-' && second.magnitude != 0) {
        second.is_negative = !second.is_negative;
    }
    both = operation == '*' ? product(first, second) : sum(first, second);
    if (result != 0) {
        store(result, both.is_negative ? -both.magnitude : both.magnitude, width);
    }
    return !fits(both, width, result_is_signed);
}
