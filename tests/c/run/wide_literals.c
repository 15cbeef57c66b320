/* C17 6.4.3 to 6.4.5, 6.9.1: universal character names, prefixed literals, old-style definitions. */
#include <stddef.h>
#include <stdio.h>
int add(a, b) int a; char b; { return a + b; }
char (*pick(n))[4] int n; { static char t[2][4] = {"ab", "cd"}; return &t[n]; }
int \u00e9t\u00e9 = 3;
int naïve = 4;
int main(void) {
  wchar_t w[] = L"a\u00e9\U0001F600z";
  unsigned short u[] = u"x\U0001F600";
  unsigned int U[] = U"\U0001F600é";
  const char *s = u8"é\u20ac";
  printf("%zu %zu %zu %d %x %x %x\n", sizeof w, sizeof u, sizeof U, w[1], u[1], u[2], U[0]);
  for (; *s; s++) printf("%x ", (unsigned char)*s);
  printf("%d %d %d %x %x\n", L'é', u'é', U'\U0001F600', '\x7f', 'a');
  printf("%d %d %d\n", été, naïve, \u00e9t\u00e9);
  printf("%s\n", "a" "b" "\x41" "B");
  printf("%d %s\n", add(3, 300), *pick(1));
  wchar_t j[] = L"a" "b" L"c"; printf("%zu\n", sizeof j);
#line 100 "foo.c"
  printf("%d %s\n", __LINE__, __FILE__);
  _Pragma("once")
  return 0;
}
