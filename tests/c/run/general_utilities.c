/* C17 7.22 and POSIX: exits, environment, blocks, sorting, names, options of the library at large. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <malloc.h>

static void environment(void)
{
    static char own[] = "OWN=first";

    printf("%d", setenv("CUTAWAY_A", "one", 1));
    printf(" %s", getenv("CUTAWAY_A"));
    printf(" %d", setenv("CUTAWAY_A", "two", 0));
    printf(" %s", getenv("CUTAWAY_A"));
    printf(" %d", setenv("CUTAWAY_A", "three", 1));
    printf(" %s\n", getenv("CUTAWAY_A"));
    printf("%d", unsetenv("CUTAWAY_A"));
    printf(" %d\n", getenv("CUTAWAY_A") == NULL);
    printf("%d", putenv(own));
    own[4] = 'F';
    printf(" %s\n", getenv("OWN"));
    errno = 0;
    printf("%d", setenv("A=B", "x", 1));
    printf(" %s\n", strerror(errno));
    errno = 0;
    printf("%d", unsetenv(""));
    printf(" %s\n", strerror(errno));
    for (int i = 0; i < 50; i++) {
        char name[16];

        snprintf(name, sizeof name, "MANY_%d", i);
        setenv(name, name + 5, 1);
    }
    printf("%s %s\n", getenv("MANY_0"), getenv("MANY_49"));
    printf("%d %d\n", clearenv(), getenv("OWN") == NULL);
    printf("%d %s\n", setenv("AFTER", "all", 1), getenv("AFTER"));
}

static void blocks(void)
{
    void *block = NULL;
    int *array;

    for (size_t alignment = 8; alignment <= 4096; alignment *= 2) {
        printf("%d", posix_memalign(&block, alignment, 100));
        printf("%d ", (uintptr_t)block % alignment == 0);
        memset(block, 1, 100);
        free(block);
    }
    printf("%d %d\n", posix_memalign(&block, 3, 1) == EINVAL, posix_memalign(&block, 4, 1) == EINVAL);
    block = aligned_alloc(64, 128);
    printf("%d\n", (uintptr_t)block % 64 == 0);
    free(block);
    array = reallocarray(NULL, 10, sizeof *array);
    array[9] = 9;
    array = reallocarray(array, 20, sizeof *array);
    printf("%d\n", array[9]);
    errno = 0;
    printf("%d", reallocarray(array, SIZE_MAX / 2, 4) == NULL);
    printf(" %s\n", strerror(errno));
    free(array);
}

static int by_order(const void *left, const void *right, void *argument)
{
    int order = *(int *)argument;
    int a = *(const int *)left;
    int b = *(const int *)right;

    return order * ((a > b) - (a < b));
}

static void sorting(void)
{
    int numbers[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    int order = -1;

    qsort_r(numbers, 11, sizeof numbers[0], by_order, &order);
    for (int i = 0; i < 11; i++) {
        printf("%d", numbers[i]);
    }
    order = 1;
    qsort_r(numbers, 11, sizeof numbers[0], by_order, &order);
    for (int i = 0; i < 11; i++) {
        printf("%d", numbers[i]);
    }
    printf("\n");
}

static void chance(void)
{
    unsigned int seed = 5;
    unsigned int same = 5;
    long first;

    printf("%d\n", rand_r(&seed) == rand_r(&same) && rand_r(&seed) >= 0);
    srandom(7);
    first = random();
    srandom(7);
    printf("%d\n", random() == first && first >= 0 && first <= RAND_MAX);
}

static void names(void)
{
    char template[] = "/tmp/cutaway_nameXXXXXX.txt";
    char wrong[] = "/tmp/cutaway";
    char directory[] = "/tmp/cutaway_dXXXXXX";
    int descriptor = mkstemps(template, 4);

    printf("%d %d\n", descriptor > 2, strcmp(template + strlen(template) - 4, ".txt"));
    close(descriptor);
    unlink(template);
    errno = 0;
    printf("%d", mkstemp(wrong));
    printf(" %s\n", strerror(errno));
    printf("%d\n", mkdtemp(directory) == directory);
    rmdir(directory);
}

static void first(void)
{
    printf("first registered\n");
}

static void second(void)
{
    printf("second registered\n");
    fflush(stdout);
}

int main(void)
{
    environment();
    blocks();
    sorting();
    chance();
    names();
    at_quick_exit(second);
    at_quick_exit(first);
    atexit(first);
    quick_exit(5);
}
