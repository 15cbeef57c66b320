/* Automatic objects aligned to more than the stack is: C17 6.2.8p3, and GNU C's attribute. */
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct line {
    alignas(64) long words[8];
};

static int is_aligned(const void *at, uintptr_t to)
{
    return (uintptr_t)at % to == 0;
}

static long sum(const struct line *line)
{
    long total = 0;

    for (int i = 0; i < 8; i++) {
        total += line->words[i];
    }
    return total;
}

static int recurse(int depth)
{
    alignas(128) char buffer[100] = "depth";
    struct line line = {{1, 2, 3, [7] = depth}};
    int plain = depth;

    buffer[5] = (char)('0' + depth);
    if (!is_aligned(buffer, 128) || !is_aligned(&line, 64) || sum(&line) != 6 + depth) {
        return -1000;
    }
    if (depth > 0) {
        plain += recurse(depth - 1);
    }
    return buffer[5] == '0' + depth && buffer[6] == 0 ? plain : -1000;
}

static int loops(void)
{
    int count = 0;

    for (int i = 0; i < 2000; i++) {
        __attribute__((aligned(256))) int value = i;
        alignas(32) double d;

        d = value;
        if (i % 3 == 0) {
            continue;
        }
        if (i == 1990) {
            break;
        }
        count += is_aligned(&value, 256) && is_aligned(&d, 32) && d == i;
    }
    return count;
}

int main(void)
{
    alignas(4096) static char page[10];
    alignas(32) unsigned x = 7, y = x + 1;
    alignas(64) const int table[2][3] = {{1, 2, 3}, {4}};
    unsigned *p = &x;

    *p += 5;
    x++;
    printf("%u %u %zu %d\n", x, y, sizeof x, is_aligned(&x, 32) && is_aligned(&y, 32));
    printf("%d %d %zu %d\n", table[0][2], table[1][0], sizeof table, is_aligned(table, 64));
    printf("%d\n", is_aligned(page, 4096));
    printf("%d %d\n", recurse(5), loops());
    return 0;
}
