/*
 * strverscmp.c: compare strings, and numbers in them by value. GNU.
 *
 * Digits after zeros are a fraction: of two numbers the one with more zeros at its front is less,
 * so that 000 < 00 < 01 < 010 < 09 < 0 < 1 < 9 < 10.
 */
#include <ctype.h>
#include <string.h>

/* Compares two runs of digits without zeros at their front, of which `difference` is the first. */
static int compare_numbers(const unsigned char *left, const unsigned char *right, int difference)
{
    while (isdigit(*left) && isdigit(*right)) {
        left++;
        right++;
    }
    return isdigit(*left) ? 1 : isdigit(*right) ? -1 : difference;
}

int strverscmp(const char *left, const char *right)
{
    const unsigned char *a = (const unsigned char *)left;
    const unsigned char *b = (const unsigned char *)right;
    size_t i = 0;
    size_t start = 0; /* of the run of digits that the place is in or behind */
    int zeros = 1;    /* it consists of zeros so far */

    for (; a[i] == b[i]; i++) {
        if (a[i] == '\0') {
            return 0;
        }
        if (!isdigit(a[i])) {
            start = i + 1;
            zeros = 1;
        } else if (a[i] != '0') {
            zeros = 0;
        }
    }
    if (start < i && zeros) { /* behind zeros: a fraction, or the zeros alone on one side */
        if (isdigit(a[i]) != isdigit(b[i])) {
            return isdigit(a[i]) ? -1 : 1;
        }
        return a[i] - b[i];
    }
    if (start == i && isdigit(a[i]) && isdigit(b[i]) && (a[i] == '0' || b[i] == '0')) {
        return a[i] - b[i];
    }
    if (start < i && a[start] == '0') {
        return a[i] - b[i];
    }
    if (isdigit(a[i]) && isdigit(b[i])) {
        return compare_numbers(a + i, b + i, a[i] - b[i]);
    }
    if (start < i && (isdigit(a[i]) || isdigit(b[i]))) {
        return isdigit(a[i]) ? 1 : -1;
    }
    return a[i] - b[i];
}
