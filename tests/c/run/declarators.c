/* C17 6.7.6: declarators that have to be read from the inside. */
#include <stdio.h>

static int one(void) { return 1; }
static int two(void) { return 2; }

static int (*table[2])(void) = {one, two};
static int (*(*pick(int n))[2])(void) { return n ? &table : 0; }
static int (*(*chooser)(int))(void);
static int (*choose(int n))(void) { return table[n]; }
static char *(*words[2])[3];
static char *first[3] = {"a", "b", "c"};

int main(void)
{
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}}, (*row)[3] = a, *cell[2] = {a[0], a[1]}, n = 7;
    int *(*pcell)[2] = &cell;

    chooser = choose;
    words[1] = &first;
    printf("%d %d %d\n", (*pick(1))[1](), chooser(0)(), (*choose)(1)());
    printf("%s %d %d %d\n", (*words[1])[2], row[1][2], (*pcell)[1][0], n);
    printf("%zu %zu\n", sizeof(int (*(*)[3])(void)), sizeof(char *[2][5]));
    return 0;
}
