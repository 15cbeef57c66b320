/* C17 6.10.3.5: the examples of macro replacement; GNU C's names for variable arguments. */
#include <stdio.h>
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define h g(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(x) # x
#define xstr(s) str(s)
#define debug(s, t) printf("x" # s "= %d, x" # t "= %s", x ## s, x ## t)
#define INCFILE(n) vers ## n
#define glue(a, b) a ## b
#define xglue(a, b) glue(a, b)
#define HIGHLOW "hello"
#define LOW LOW ", world"
#define tt(x,y,z) x ## y ## z
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
#define showlist(...) puts(#__VA_ARGS__)
#define report(test, ...) ((test)?puts(#test): printf(__VA_ARGS__))
#define STR2(...) #__VA_ARGS__
#define STR(...) STR2(__VA_ARGS__)
int main(void) {
 puts(STR(f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);));
 puts(STR(p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };));
 puts(STR(char c[2][6] = { str(hello), str() };));
 puts(STR(fputs(str(strncmp("abc\0d", "abc", '\4') == 0) str(: @\n), s);));
 puts(xstr(INCFILE(2))); puts(glue(HIGH, LOW)); puts(xglue(HIGH, LOW));
 puts(STR(int j[] = { tt(1,2,3), tt(,4,5), tt(6,,7), tt(8,9,), tt(10,,), tt(,11,), tt(,,12), tt(,,) };));
 puts(join(x, y));
 showlist(The first, second, and third items.);
 int y = 3; report(y>5, "x is %d but y is %d\n", x, y);
#define e(format, args...) printf(format, ##args)
 e("a\n"); e("%d\n", 4);
 return 0; }
