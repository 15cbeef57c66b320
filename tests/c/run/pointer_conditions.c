/* C17 6.5.9, 6.3.2.3: pointers in conditions, null of every kind. */
#include <stddef.h>
#include <stdio.h>

static int length(const char *s)
{
    const char *p = s;

    while (*p)
        p++;
    return (int)(p - s);
}

int main(void)
{
    int x = 0, *p = &x, *n = NULL;
    void *v = 0;
    int (*f)(const char *) = 0;

    printf("%d %d %d %d\n", !p, !n, v == NULL, f == 0);
    printf("%d %d\n", p && !n, n || p);
    printf("%d\n", n ? *n : -1);
    f = (int (*)(const char *))length;
    printf("%d %d\n", f ? f("four") : 0, f != NULL);
    v = p;
    printf("%d %d\n", v == p, (char *)v == (char *)&x);
    for (p = &x; p; p = NULL)
        x++;
    printf("%d\n", x);
    return 0;
}
