/*
 * qsort.c: sort an array. C17 7.22.5.2.
 *
 * Heap sort: in place, without recursion, never worse than n log n. The array is seen as a tree in
 * which the children of element i are 2i+1 and 2i+2; while no parent is less than its children, the
 * greatest element is the first. Equal elements may change their order, as C allows.
 */
#include <stdint.h>
#include <stdlib.h>

#include "../internal/sort.h"

/* The array being sorted: what every step needs to know. */
struct array {
    unsigned char *base;
    size_t size; /* of an element, in bytes */
    struct comparison comparison;
};

/* Exchanges two elements, by words where it can, so that pointers in them travel whole. */
static void exchange(const struct array *array, size_t i, size_t j)
{
    unsigned char *a = array->base + i * array->size;
    unsigned char *b = array->base + j * array->size;
    size_t left = array->size;

    if ((uintptr_t)a % 8 == 0 && (uintptr_t)b % 8 == 0) {
        for (; left >= 8; left -= 8, a += 8, b += 8) {
            uint64_t word = *(uint64_t *)a;

            *(uint64_t *)a = *(uint64_t *)b;
            *(uint64_t *)b = word;
        }
    }
    for (; left > 0; left--, a++, b++) {
        unsigned char byte = *a;

        *a = *b;
        *b = byte;
    }
}

/* Whether element i is less than element j. */
static int less(const struct array *array, size_t i, size_t j)
{
    const void *left = array->base + i * array->size;
    const void *right = array->base + j * array->size;
    const struct comparison *comparison = &array->comparison;

    if (comparison->plain != NULL) {
        return comparison->plain(left, right) < 0;
    }
    return comparison->informed(left, right, comparison->argument) < 0;
}

/* Lets an element sink below its greater children, in a tree of count elements. */
static void sink(const struct array *array, size_t parent, size_t count)
{
    for (;;) {
        size_t child = 2 * parent + 1;

        if (child >= count) {
            return;
        }
        if (child + 1 < count && less(array, child, child + 1)) {
            child++;
        }
        if (!less(array, parent, child)) {
            return;
        }
        exchange(array, parent, child);
        parent = child;
    }
}

void __cutaway_sort(void *base, size_t count, size_t size, struct comparison comparison)
{
    struct array array = {base, size, comparison};

    for (size_t parent = count / 2; parent > 0; parent--) {
        sink(&array, parent - 1, count);
    }
    for (size_t end = count; end > 1; end--) {
        exchange(&array, 0, end - 1);
        sink(&array, 0, end - 1);
    }
}

void qsort(void *base, size_t count, size_t size,
           int (*compare)(const void *left, const void *right))
{
    __cutaway_sort(base, count, size, (struct comparison){.plain = compare});
}
