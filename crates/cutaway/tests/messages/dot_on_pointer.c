#include <stdio.h>

struct point {
    int x;
    int y;
};

void move(struct point *p)
{
    p.x = 1;
}

int main(void)
{
    struct point p = {0, 0};
    move(&p);
    return p.x;
}
