/* GNU C as programs use it: container_of, min, swap, arithmetic on void pointers, casts to unions. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#define container_of(ptr, type, member) ({ const __typeof__(((type *)0)->member) *m_ = (ptr); (type *)((char *)m_ - offsetof(type, member)); })
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]) + sizeof(char[1 - 2 * !!__builtin_types_compatible_p(__typeof__(a), __typeof__(&(a)[0]))]) - 1)
#define min(x, y) ({ __typeof__(x) x1 = (x); __typeof__(y) y1 = (y); (void)(&x1 == &y1); x1 < y1 ? x1 : y1; })
#define swap(a, b) do { __typeof__(a) t = (a); (a) = (b); (b) = t; } while (0)
#define list_for_each(pos, head) for (pos = (head)->next; pos != (head); pos = pos->next)
#define barrier() __asm__ __volatile__("" : : : "memory")
#define unlikely(x) __builtin_expect((x), 0)
struct list { struct list *next, *prev; };
struct item { int v; struct list link; };
typedef int v4[4];
typedef struct { uint8_t a; uint32_t b; } __attribute__((packed)) pk;
static void add(struct list *n, struct list *h) { n->next = h->next; n->prev = h; h->next->prev = n; h->next = n; }
enum { A, B, C, COUNT };
static const char *const names[COUNT] = {[A] = "a", [C] = "c", [B] = "b"};
static int matrix[3][3] = {[0 ... 2] = {[0 ... 2] = 7}};
union u { int i; char c[4]; };
static int apply(int (*f)(int), int x) { return f(x); }
static int dbl(int x) { return 2 * x; }
int main(void) {
  struct list head = {&head, &head};
  for (int i = 0; i < 3; i++) { struct item *it = malloc(sizeof *it); it->v = i; add(&it->link, &head); }
  struct list *p; int s = 0;
  list_for_each(p, &head) s = s * 10 + container_of(p, struct item, link)->v;
  while (head.next != &head) { struct item *it = container_of(head.next, struct item, link); head.next = it->link.next; free(it); }
  int arr[5]; int x = 3, y = 9; swap(x, y); barrier();
  if (unlikely(x > 5)) printf("%d %zu %d %d\n", s, ARRAY_SIZE(arr), min(x, y), matrix[2][1]);
  printf("%s %zu %d\n", names[B], sizeof(pk), ((union u)0x41424344).c[0]);
  printf("%d\n", apply(dbl, ({ int q = 4; q; })));
  v4 *pv = &(v4){1, 2, 3, 4}; printf("%d\n", (*pv)[2]);
  pk arrp[3] = {{1, 2}, {3, 4}, {5, 6}}; uint32_t sum = 0; for (pk *k = arrp; k < arrp + 3; k++) sum += k->b; printf("%u\n", sum);
  void *vp = arr; vp++; vp += 3; printf("%d %zu\n", (int)((char *)vp - (char *)arr), sizeof(void));
  int (*fp)(int) = &dbl; printf("%d %d\n", (*fp)(3), (****fp)(4));
  struct { int a; struct { int b, c; }; } an = {1, {2, 3}}; printf("%d\n", an.c);
  char buf[] = {"abc" "def"}; printf("%zu %s\n", sizeof buf, buf);
  long long ll = 1LL << 40; printf("%lld %d\n", ll, (int)(ll >> 38));
  for (;;) { if (x-- < 0) break; else continue; }
  return 0;
}
