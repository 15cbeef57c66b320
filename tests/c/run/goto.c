/* C17 6.8.6.1: goto forwards, backwards, into and out of blocks; labels have a name space. */
#include <stdio.h>

static int find(int m[3][3], int wanted)
{
    int i, j;

    for (i = 0; i < 3; i++) {
        for (j = 0; j < 3; j++) {
            if (m[i][j] == wanted) {
                goto found;
            }
        }
    }
    return -1;
found:
    return i * 3 + j;
}

int main(void)
{
    int m[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int n = 0;

again:
    printf("%d ", n);
    if (++n < 3) {
        goto again;
    }
    printf("%d %d\n", find(m, 6), find(m, 42));
    goto inside;
    for (n = 10; n < 12; n++) {
    inside:
        printf("%d ", n);
    }
    {
        int n = 5;
        goto n;
    n:
        printf("%d\n", n);
    }
    goto end;
end:;
    return 0;
}
