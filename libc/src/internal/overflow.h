/*
 * overflow.h: sums, differences and products in more bits than a type has. Whoever includes it says before which
 * type that is: word, an unsigned integer type.
 */

/* A number with more bits than word: a sign, as many bits, and whether there are more above them. */
struct number {
    int is_negative;
    word magnitude;
    int is_wider;
};

static struct number number_of(word bits, int is_signed)
{
    struct number number = {is_signed && bits >> (8 * sizeof(word) - 1) != 0, bits, 0};

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
    word highest = ~(word)0 >> (8 * sizeof(word) - (unsigned long)width);

    if (number.is_wider) {
        return 0;
    }
    if (number.is_negative && number.magnitude != 0) {
        return is_signed && number.magnitude <= highest / 2 + 1;
    }
    return number.magnitude <= (is_signed ? highest / 2 : highest);
}

/* `left operation right`. */
static struct number both(int operation, struct number left, struct number right)
{
    if (operation == '-' && right.magnitude != 0) {
        right.is_negative = !right.is_negative;
    }
    return operation == '*' ? product(left, right) : sum(left, right);
}

/* The bits of a number. */
static word bits_of(struct number number)
{
    return number.is_negative ? -number.magnitude : number.magnitude;
}
