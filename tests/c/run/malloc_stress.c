/* C17 7.22.3: blocks keep their contents, whatever is allocated, resized and freed around them. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT = 64 };

static unsigned char *blocks[COUNT];
static size_t sizes[COUNT];
static unsigned seed = 1;

static unsigned next(void)
{
    seed = seed * 1103515245 + 12345;
    return seed >> 16;
}

static int intact(int k, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (blocks[k][i] != (unsigned char)(k + i))
            return 0;
    return 1;
}

static void fill(int k)
{
    for (size_t i = 0; i < sizes[k]; i++)
        blocks[k][i] = (unsigned char)(k + i);
}

int main(void)
{
    int errors = 0, misaligned = 0;

    for (int round = 0; round < 3000; round++) {
        int k = next() % COUNT;
        size_t size = next() % 200 + 1;

        if (!blocks[k]) {
            blocks[k] = malloc(size);
        } else if (next() % 2) {
            errors += !intact(k, sizes[k]);
            free(blocks[k]);
            blocks[k] = 0;
            continue;
        } else {
            size_t kept = size < sizes[k] ? size : sizes[k];

            blocks[k] = realloc(blocks[k], size);
            errors += !intact(k, kept);
        }
        misaligned += (uintptr_t)blocks[k] % 16 != 0;
        sizes[k] = size;
        fill(k);
    }
    for (int k = 0; k < COUNT; k++)
        free(blocks[k]);
    printf("%d %d\n", errors, misaligned);
    return 0;
}
