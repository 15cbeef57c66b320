/*
 * divide.h: the quotient of two complex numbers, ROUTINE, for one type REAL, by the smaller part of the divisor over the
 * larger, scaled where something on the way could overflow or lose digits. FUSED(x, y, z) is x * y + z.
 *
 * Rule: M. Baudin and R. L. Smith, "A Robust Complex Division in Scilab", 2012, with the scaling of GCC 12.
 */
#define BIG (REAL_MAX / 2)
#define SMALL REAL_EPSILON
#define SAFE (BIG * SMALL)

struct operands {
    REAL a;
    REAL b;
    REAL c;
    REAL d;
};

static REAL size(REAL x)
{
    return x < 0 ? -x : x;
}

static void scale(struct operands *it, REAL factor)
{
    it->a *= factor;
    it->b *= factor;
    it->c *= factor;
    it->d *= factor;
}

/* Scales dividend and divisor, of which `large` is the larger part. */
static void prepare(struct operands *it, const REAL *large)
{
    if (size(*large) >= BIG) {
        scale(it, 0.5);
    }
    if (size(*large) < SMALL) {
        scale(it, 1 / SMALL);
    } else if (size(*large) < SAFE
               && ((size(it->a) < REAL_MIN && size(it->b) < SAFE)
                   || (size(it->b) < REAL_MIN && size(it->a) < SAFE))) {
        scale(it, 1 / SMALL);
    }
}

/* |c| < |d|. */
static REAL _Complex by_imaginary(struct operands it)
{
    REAL ratio = it.c / it.d;
    REAL divisor = FUSED(it.c, ratio, it.d);

    if (size(ratio) > REAL_MIN) {
        return __builtin_complex(FUSED(it.a, ratio, it.b) / divisor,
                                 FUSED(it.b, ratio, -it.a) / divisor);
    }
    return __builtin_complex(FUSED(it.c, it.a / it.d, it.b) / divisor,
                             FUSED(it.c, it.b / it.d, -it.a) / divisor);
}

static REAL _Complex by_real(struct operands it)
{
    REAL ratio = it.d / it.c;
    REAL divisor = FUSED(it.d, ratio, it.c);

    if (size(ratio) > REAL_MIN) {
        return __builtin_complex(FUSED(it.b, ratio, it.a) / divisor,
                                 FUSED(-it.a, ratio, it.b) / divisor);
    }
    return __builtin_complex(FUSED(it.d, it.b / it.c, it.a) / divisor,
                             FUSED(-it.d, it.a / it.c, it.b) / divisor);
}

REAL _Complex ROUTINE(REAL a, REAL b, REAL c, REAL d)
{
    struct operands it = {a, b, c, d};
    int is_imaginary = size(c) < size(d);
    REAL _Complex quotient;

    prepare(&it, is_imaginary ? &it.d : &it.c);
    quotient = is_imaginary ? by_imaginary(it) : by_real(it);
    if (isnan(__real__ quotient) && isnan(__imag__ quotient)) {
        return special_quotient(it.a, it.b, it.c, it.d);
    }
    return quotient;
}
