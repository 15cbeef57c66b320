/* C17 7.21.6.2: sscanf. */
#include <stdio.h>

int main(void)
{
    int a = 0, b = 0, n;
    unsigned u;
    long l;
    short h;
    unsigned char hh;
    char w[20], c, set[20];

    n = sscanf(" 12 -34 word 0x1f 077 z", "%d%d%s%x%li %c", &a, &b, w, &u, &l, &c);
    printf("%d %d %d %s %u %ld %c\n", n, a, b, w, u, l, c);
    n = sscanf("abc123def", "%[a-c]%3d%[^x]%n", w, &a, set, &b);
    printf("%d %s %d %s %d\n", n, w, a, set, b);
    n = sscanf("7000 200", "%hd %hhu", &h, &hh);
    printf("%d %d %d\n", n, h, hh);
    printf("%d %d\n", sscanf("", "%d", &a), sscanf("x", "%d", &a));
    n = sscanf("12345", "%2d%2d", &a, &b);
    printf("%d %d %d\n", n, a, b);
    n = sscanf("7:x", "%d:%d", &a, &b);
    printf("%d %d\n", n, a);
    n = sscanf("1 2 3%", "%*d%d %*d%%", &a);
    printf("%d %d\n", n, a);
    n = sscanf("a b", "%c%c", &c, w);
    printf("%d %c%c|\n", n, c, w[0]);
    n = sscanf("0777 12", "%o %i", &u, &a);
    printf("%d %u %d\n", n, u, a);
    return 0;
}
