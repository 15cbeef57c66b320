/*
 * pair.h: pairs of doubles, high + low, which together have about 106 bits.
 *
 * Rule: in a pair |low| is at most half a unit in the last place of high. The sum of two doubles, and
 * their product, are pairs exactly (T. J. Dekker, "A floating-point technique for extending the
 * available precision", 1971; for products by way of fma).
 */
#ifndef CUTAWAY_PAIR_H
#define CUTAWAY_PAIR_H

struct pair {
    double high;
    double low;
};

/* a + b, exactly. */
struct pair __cutaway_sum(double a, double b);

/* a * b, exactly. */
struct pair __cutaway_product(double a, double b);

/* Sums, products and quotients of pairs, to about 2^-102. */
struct pair __cutaway_add(struct pair a, struct pair b);
struct pair __cutaway_multiply(struct pair a, struct pair b);
struct pair __cutaway_divide(struct pair a, struct pair b);
struct pair __cutaway_root(struct pair a);

/* factor * a, where the factor is a power of two: exactly. */
struct pair __cutaway_times(struct pair a, double factor);

#endif
