/* C17 6.7.6.1, 6.7.6.2: pointers to arrays, arrays of pointers. */
#include <stdio.h>

static void show(int (*a)[3])
{
    printf("%d %d %d\n", (*a)[0], (*a)[1], (*a)[2]);
}

int main(void)
{
    int a[3] = {1, 2, 3}, b[3] = {4, 5, 6};
    int (*pa)[3] = &a;
    int *rows[2] = {a, b};
    int (*table[2])[3] = {&a, &b};
    const char *words[] = {"zero", "one", "two", 0};
    int **pp = rows;

    show(pa);
    show(&b);
    printf("%d %d %d\n", rows[1][2], *rows[0], *(*(rows + 1) + 1));
    show(table[1]);
    printf("%d\n", pp[1][0]);
    for (const char **w = words; *w; w++)
        printf("%s ", *w);
    printf("%zu %zu %zu\n", sizeof *pa, sizeof rows, sizeof words / sizeof words[0]);
    return 0;
}
