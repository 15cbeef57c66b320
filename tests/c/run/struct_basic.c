/* C17 6.5.2.3: member access, nesting, copy, arrays of structs, pointers. */
#include <stdio.h>

struct point {
    int x, y;
};

struct line {
    struct point from, to;
    char name[4];
};

int main(void)
{
    struct line a = {{1, 2}, {3, 4}, "ab"}, b;
    struct line *p = &a;
    struct line lines[2] = {{{0}}};

    b = a;
    b.to.x = 30;
    b.name[0] = 'x';
    printf("%d %d %s\n", a.to.x, b.to.x, b.name);
    printf("%d %d\n", p->from.y, (*p).to.y);
    lines[1] = b;
    lines[0].from = lines[1].to;
    printf("%d %d %d %s\n", lines[0].from.x, lines[0].from.y, lines[1].from.x, lines[1].name);
    p = &lines[1];
    (p - 1)->to = (struct point){7, 8};
    printf("%d %d %zu\n", lines[0].to.x, p[-1].to.y, sizeof(struct line));
    struct point *q = &p->to;
    q->y = -1;
    printf("%d\n", lines[1].to.y);
    return 0;
}
