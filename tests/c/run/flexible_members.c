/* GNU C: flexible array members with first values; C17: linkage, inline, anonymous members, goto into a block. */
#include <stdio.h>
#include <string.h>
struct flex { int n; int d[]; };
struct text { char kind; char s[]; };
static struct text tx = {1, "hello"};
static struct flex zeros = {3, {0, 0, 0}};
static struct flex fx = {2, {5, 6}};
int tl = 4;
static int tl2;
extern int shared; int shared; int shared = 7;
static int st(void); static int st(void) { return 1; }
int (*fp)() = 0;
inline int il(int a) { return a + 1; }
extern inline int il(int a);
void vf(int a[static 3], int b[const], int n, int c[*]);
int main(void) {
  zeros.d[2] = 4;
  printf("%s %zu %d\n", tx.s, strlen(tx.s), zeros.d[2]);
  printf("%d %d %d %d\n", fx.d[1], ++tl, tl2++, shared);
  int *restrict rp = &shared; (void)rp;
  register int r = 3; 
  printf("%d %d\n", r, (int[]){1,2,3}[1]);
  printf("%d\n", _Generic((char)1, char: 1, int: 2, default: 3));
  struct { union { int a; unsigned f; }; struct { int b; }; } an = { .a = 1, .b = 2 };
  printf("%d %d\n", an.a, an.b);
  { goto in; { int k; in: k = 3; printf("%d\n", k); } }
  return 0;
}
