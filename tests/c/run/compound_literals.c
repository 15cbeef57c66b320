/* C17 6.5.2.5: compound literals. */
#include <stdio.h>

struct point {
    int x, y;
};

static int *global = (int[]){7, 8, 9};

static int sum(const int *a, int n)
{
    int s = 0;

    while (n-- > 0)
        s += a[n];
    return s;
}

static int product(struct point p)
{
    return p.x * p.y;
}

int main(void)
{
    struct point *p = &(struct point){3, 4};
    char *text = (char[]){"changeable"};

    p->x++;
    text[0] = 'C';
    printf("%d %d %s\n", p->x, p->y, text);
    printf("%d %d\n", sum((int[]){1, 2, 3, 4}, 4), product((struct point){.y = 5, .x = 6}));
    printf("%d %d\n", global[1], (int){42});
    for (int i = 0; i < 3; i++)
        printf("%d ", sum((int[2]){i}, 2));
    printf("%zu\n", sizeof(int[]){1, 2, 3});
    return 0;
}
