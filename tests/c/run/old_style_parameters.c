/* C17 6.7.6.3p7, p8: array and function parameters are pointers. */
#include <stdio.h>

static int f(int a[2], int b[static 2], int c[const], char *argv[], int g(int), int (*m)[2])
{
    a++;
    return (int)(sizeof a + sizeof b + sizeof c) + *a + b[1] + c[0] + argv[0][0] + g(1) + m[1][1];
}

static int twice(int n)
{
    return n * 2;
}

static int none(void)
{
    return 3;
}

int main(void)
{
    int a[2] = {1, 2}, m[2][2] = {{1, 2}, {3, 4}};
    char *words[] = {"a"};

    printf("%d %d\n", f(a, a, a, words, twice, m), none());
    return 0;
}
