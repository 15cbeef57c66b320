/* C17 6.5.15: chains and types of the conditional operator. */
#include <stdio.h>

static const char *size_word(int n)
{
    return n < 0 ? "negative" : n == 0 ? "zero" : n < 10 ? "small" : n < 100 ? "medium" : "large";
}

int main(void)
{
    int values[] = {-5, 0, 5, 50, 500};
    int a = 1, b = 2;
    struct pair {
        int x, y;
    } p = {1, 2}, q = {3, 4};

    for (int i = 0; i < 5; i++) {
        puts(size_word(values[i]));
    }
    *(a > b ? &a : &b) = 9;
    printf("%d %d\n", a, b);
    printf("%d\n", (a < b ? p : q).y + (a > b ? p : q).x);
    printf("%zu %zu\n", sizeof(1 ? (char)1 : (char)2), sizeof(0 ? 1 : 2L));
    a ? (void)(b = 1) : (void)(b = 2);
    printf("%d %d\n", b, (a > 100 ? 1 : 2, 3));
    printf("%s\n", 0 ? (char *)0 : "pointer");
    return 0;
}
