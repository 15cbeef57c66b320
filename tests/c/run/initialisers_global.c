/* C17 6.7.9: static initialisers: addresses, arithmetic, nesting. */
#include <stddef.h>
#include <stdio.h>

int a[5] = {1, 2, 3};
int *p = a + 2, *q = &a[4], **pp = &p;
char text[] = "array", *word = "literal", fixed[8] = "fix";
const char *words[] = {"x", "yy", "zzz"};
long sum = 3 * 4 + (1 << 5) - sizeof(int);
struct node {
    int n;
    struct node *next;
} second, first = {1, &second}, second = {2, &first};
int (*f)(const char *, ...) = printf;
char *middle = &text[2], *inside = "hello" + 1;
unsigned char c = 300 & 0xff, b = -1;
long distance = offsetof(struct node, next);
int *member = &first.n;
struct {
    int m[2][2];
    const char *s;
} mixed[2] = {{{{1}, {2, 3}}, "one"}, {.s = "two", .m[1] = {4, 5}}};
static int zero;
int cond = sizeof(long) == 8 ? 64 : 32;

int main(void)
{
    printf("%d %d %d\n", *p, *q, **pp);
    printf("%s %s %s %zu\n", text, word, fixed, sizeof text);
    printf("%s %s\n", words[1], words[2]);
    printf("%ld %d %d\n", sum, first.next->n, second.next->n);
    f("%s %s %d %d\n", middle, inside, c, b);
    printf("%ld %d\n", distance, *member);
    printf("%d %d %s %d %s\n", mixed[0].m[0][0], mixed[0].m[1][1], mixed[0].s, mixed[1].m[1][1],
           mixed[1].s);
    printf("%d %d\n", zero, cond);
    return 0;
}
