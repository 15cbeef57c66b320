/* C17 6.7.6.2: arrays whose length is known when the program runs. */
#include <stdio.h>
#include <string.h>

static int calls;

static int next(void) {
    return ++calls + 2;
}

static int sum(int rows, int columns, int table[rows][columns]) {
    int total = 0;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            total += table[i][j];
    return total;
}

static void show(size_t, size_t, char (*)[*]);
static void show(size_t n, size_t m, char lines[n][m]) {
    printf("%zu %zu:", sizeof *lines, sizeof(char[n][m]));
    for (size_t i = 0; i < n; i++)
        printf(" %s", lines[i]);
    printf("\n");
}

static long recurse(int n) {
    long values[n];
    for (int i = 0; i < n; i++)
        values[i] = i * n;
    long deeper = n > 1 ? recurse(n - 1) : 0;
    return values[n - 1] + deeper;
}

static int jumps(int n) {
    int total = 0, round = 0;
again:;
    int first[n];
    first[n - 1] = round;
    for (int i = 0; i < 10; i++) {
        char block[1000 * (i + 1)];
        block[0] = (char)i;
        if (i == 2)
            continue;
        int inner[i + 1];
        inner[i] = block[0];
        if (i == 5)
            break;
        if (i == 4 && round == 2)
            goto out;
        total += inner[i] + first[n - 1];
    }
    if (round++ < 3000)
        goto again;
out:
    return total + round;
}

static int switched(int n) {
    switch (n) {
    case 1: {
        int one[n];
        one[0] = 11;
        return one[0];
    }
    case 2:
    default: {
        short two[n * 2];
        two[n] = 5;
        memset(two, 1, sizeof two);
        return two[n];
    }
    }
}

static int many(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
    return a + b + c + d + e + f + g + h + i * j;
}

int main(void) {
    int n = 5;
    int a[n], b[n][3], c[2][n];
    n = 7;
    printf("%zu %zu %zu %zu %zu\n", sizeof a, sizeof b, sizeof c, sizeof c[0], sizeof a / sizeof a[0]);
    for (int i = 0; i < 5; i++) {
        a[i] = i * i;
        for (int j = 0; j < 3; j++)
            b[i][j] = 10 * i + j;
        c[0][i] = i;
        c[1][i] = -i;
    }
    printf("%d %d %d %d\n", a[4], b[4][2], c[1][3], sum(5, 3, b));
    printf("%d\n", sum(2, 5, c));

    int (*row)[3] = b + 1;
    int (*line)[5] = &c[1];
    int (*whole)[5] = &a;
    printf("%d %d %d %td\n", (*row)[1], (*line)[2], (*whole)[3], &b[4] - b);
    int length = 4;
    typedef int vector[length];
    length = 9;
    vector v, w, *p = &v;
    for (int i = 0; i < 4; i++)
        v[i] = w[3 - i] = i;
    printf("%zu %d %d %zu\n", sizeof v, (*p)[3], w[0], sizeof(vector));

    int size = 2;
    int grown[next()][size + 1];
    printf("%zu %d\n", sizeof grown, calls);
    printf("%zu %d\n", sizeof(int[next()]), calls);
    int (*moving)[size + 1] = grown;
    for (int i = 0; i < 3; i++, moving++)
        for (int j = 0; j < 3; j++)
            (*moving)[j] = i + j;
    moving -= 2;
    printf("%d %d %td %d\n", grown[2][2], moving[-1][2], moving - grown, *(moving[1] + 1));

    char lines[3][8] = {"one", "two", "three"};
    show(3, 8, lines);
    printf("%ld %d %d %d\n", recurse(40), jumps(100), switched(1), switched(6));
    double spread[size];
    printf("%zu\n", sizeof spread);
    printf("%d\n", many(1, 2, 3, 4, 5, 6, 7, 8, ({ int t[size]; t[1] = 9; t[1]; }), a[3]));
    return 0;
}
