/* sort.h: the one sort behind qsort and qsort_r. C17 7.22.5.2. */
#ifndef CUTAWAY_SORT_H
#define CUTAWAY_SORT_H

#include <stddef.h>

/* How two elements compare: by a function that takes them alone, or else by one with an argument. */
struct comparison {
    int (*plain)(const void *left, const void *right);
    int (*informed)(const void *left, const void *right, void *argument);
    void *argument;
};

void __cutaway_sort(void *base, size_t count, size_t size, struct comparison comparison);

#endif
