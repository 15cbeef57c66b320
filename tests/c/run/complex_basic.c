#include <complex.h>
#include <stdio.h>
static double complex gs = 1.0 + 2.0*I;
static float complex gf[2] = { 3.0f*I, 4 };
static long double complex gl = (1.0L + 2.0L*I) * (3.0L - 1.0L*I);
static const double complex q = (1.0 + 2.0*I) / (3.0 - 1.0*I);
struct s { char c; double complex z; } ;
static double complex add(double complex a, double complex b) { return a + b; }
static long double complex addl(long double complex a, long double complex b) { return a * b; }
static float complex addf(float complex a, int k, float complex b) { return a / b + k; }
static void show(const char *w, double complex z) { printf("%s %.17g %.17g\n", w, creal(z), cimag(z)); }
int main(void) {
  double complex a = 1 + 2*I, b = 3 - 0.5*I;
  show("gs", gs); show("gf", gf[0]); show("gf1", gf[1]); show("gl", gl); show("q", q);
  show("add", add(a,b)); show("mul", a*b); show("div", a/b); show("sub", a-b); show("neg", -a); show("conj", ~a);
  show("addl", addl(a,b)); show("addf", addf(a, 2, b));
  show("mixed", a*2); show("mixed2", 2/a); show("mixed3", 2-a); show("mixed4", a+2);
  a += b; show("+=", a); a *= 2; show("*=", a); a /= b; show("/=", a); a++; show("++", a); show("post", a--);
  double x = 3; x += a; printf("%g\n", x); x *= a; printf("%g\n", x);
  int i = 2; i *= a; printf("%d\n", i);
  float complex f = a; f *= a; show("f", f);
  long double complex l = a; l *= a; show("l", l); l /= f; show("l/", l); show("l++", l++); 
  printf("%d %d %d\n", a == b, a != b, a == a);
  printf("%d %d %d %d\n", !a, a && 1, (_Bool)(0*I), (_Bool)(1.0*I));
  if (a) puts("yes"); while (!a) ; 
  show("?:", i ? a : 1); show("comma", (i++, a));
  __real__ a = 5; __imag__ a *= 3; show("parts", a); printf("%g\n", __real__ a + __imag__ a);
  struct s s = { 'x', 1.5 + I }; struct s t = s; show("s", t.z); t.z *= t.z; show("t", t.z);
  printf("%zu %zu %zu %zu\n", sizeof a, sizeof(float complex), sizeof(long double complex), _Alignof(double complex));
  show("3i", 3i + 1.0); show("2.5fi", 2.5fi); show("1.0iF", 1.0iF); show("CMPLX", CMPLX(1, -0.0));
  printf("%s\n", _Generic(a, float complex: "f", double complex: "d", default: "?"));
  show("conj()", conj(a)); printf("%g %g\n", cabs(a), carg(a));
  int complex ic = 3 + 4i; ic = ic * ic - 1; printf("%d %d\n", __real__ ic, __imag__ ic);
  printf("%.17g\n", (double)(long)a);
  double complex *p = &a; *p = *p * *p; show("p", *p);
  show("lit", (double complex){2}); double complex arr[3] = {1, I, [2] = 1+I}; show("arr", arr[0]*arr[1]*arr[2]);
  _Complex pl = 1.0; printf("%zu\n", sizeof pl);
  volatile double complex v = a; v = v + v; show("v", v);
  return 0;
}
