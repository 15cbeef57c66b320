/* C17 6.7.9p17-p21: designated initialisers, overriding and continuing. */
#include <stdio.h>

struct point {
    int x, y, z;
};
struct shape {
    struct point p[3];
    const char *name;
};

int main(void)
{
    int a[] = {[5] = 50, 60, [2] = 20, 30};
    struct point p = {.z = 3, .x = 1};
    struct point q = {.y = 2, 9};
    struct shape s = {.p[1].y = 5, .p[2] = {7, 8}, .name = "s"};
    int m[3][3] = {[1] = {[1] = 5}, {7}};
    int over[] = {1, 2, 3, [0] = 9};
    int brace = {4};

    for (unsigned i = 0; i < sizeof a / sizeof *a; i++)
        printf("%d ", a[i]);
    printf("\n%d %d %d / %d %d %d\n", p.x, p.y, p.z, q.x, q.y, q.z);
    printf("%d %d %d %d %s\n", s.p[0].x, s.p[1].y, s.p[2].x, s.p[2].y, s.name);
    printf("%d %d %d\n", m[0][0], m[1][1], m[2][0]);
    printf("%d %d %d %d\n", over[0], over[1], over[2], brace);
    return 0;
}
