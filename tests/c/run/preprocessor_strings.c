/* C17 6.10.3.2, 6.10.3.3: # and ##. */
#include <stdio.h>

#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define VALUE 42
#define SHOW(e) printf("%s = %d\n", #e, e)
#define FIELD(n) field_##n
#define GLUE3(a, b, c) a##b##c
#define LIST(...) #__VA_ARGS__

struct {
    int FIELD(x), FIELD(y);
} s = {1, 2};

int main(void)
{
    int xy = 7, n1 = 8, CAT(var, 1) = 9;

    puts(STR(VALUE) " " XSTR(VALUE));
    puts(STR(  a   +  b  ));
    puts(STR("quoted \"text\"\n" '\0'));
    puts(STR());
    SHOW(CAT(x, y));
    SHOW(XCAT(n, 1) + var1);
    SHOW(s.FIELD(x) + s.field_y);
    printf("%d %d\n", CAT(VAL, UE), XCAT(1, VALUE));
    printf("%d %ld\n", GLUE3(1, 2, 3), CAT(5, L));
    puts(LIST(a, b , c));
    n1 CAT(-, =) 3 CAT(, + 1);
    printf("%d\n", n1 CAT(<, <) 2);
    puts(CAT(, "empty"));
    return 0;
}
