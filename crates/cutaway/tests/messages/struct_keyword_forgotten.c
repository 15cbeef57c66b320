#include <stdio.h>

struct point {
    int x;
    int y;
};

int main(void)
{
    point p = {1, 2};
    printf("%d\n", p.x);
    return 0;
}
