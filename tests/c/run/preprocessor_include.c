/* C17 6.10.2: including headers twice and by macro. */
#define HEADER <stdio.h>
#include HEADER
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <string.h>
#include <limits.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdarg.h>
#include <assert.h>
#define NDEBUG
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <iso646.h>
#include <stdalign.h>
#include <inttypes.h>

static_assert(sizeof(int64_t) == 8, "eight bytes");

int main(void)
{
    int64_t big = INT64_C(1) << 40;

    assert(0);
    printf("%" PRId64 " %" PRIx32 " %" PRIuMAX "\n", big, (uint32_t)0xabc, (uintmax_t)7);
    printf("%d %d\n", 1 and not 0, 6 bitand 3);
    printf("%d %zu %d\n", INT32_MAX, alignof(long), true);
    return 0;
}
