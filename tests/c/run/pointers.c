/* C17 6.5.3.2, 6.5.6: addresses, indirection, arithmetic on pointers. */
#include <stdio.h>

int main(void)
{
    int a[5] = {10, 20, 30, 40, 50};
    int *p = a, *q = &a[4], **pp = &p;
    const char *s = "pointer";
    void *v = a;
    long l[2] = {1, 2};

    printf("%d %d %d\n", *p, p[2], *(q - 1));
    printf("%ld %ld\n", (long)(q - p), (long)(p - q));
    (*pp)++;
    printf("%d %d\n", *p, **pp);
    printf("%d %d\n", *(int *)v, ((int *)v)[3]);
    printf("%c %s\n", *(s + 3), s + 3);
    printf("%d %d\n", &a[1] == p, p < q);
    printf("%d\n", (int)((char *)&l[1] - (char *)&l[0]));
    printf("%d %d\n", *&a[2], (&a[1])[1]);
    *(p + 1) = 99;
    printf("%d %d\n", a[2], p == 0);
    p = 0;
    printf("%d %d\n", p == 0, !p);
    return 0;
}
