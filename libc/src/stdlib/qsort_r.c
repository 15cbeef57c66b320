/* qsort_r.c: qsort whose comparison is given an argument. GNU. */
#include <stdlib.h>

#include "../internal/sort.h"

void qsort_r(void *base, size_t count, size_t size,
             int (*compare)(const void *left, const void *right, void *argument), void *argument)
{
    struct comparison comparison = {.informed = compare, .argument = argument};

    __cutaway_sort(base, count, size, comparison);
}
