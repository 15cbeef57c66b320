/* C17 6.7.2.2: enumerations. */
#include <stdio.h>

enum colour { RED, GREEN = 5, BLUE, CYAN = BLUE, LAST = -1 };
enum { A = 'a', B, BIG = 0x7fffffff };
typedef enum day { MON, TUE, WED } day;

static day next(day d)
{
    return d == WED ? MON : d + 1;
}

int main(void)
{
    enum colour c = BLUE;
    int counts[WED + 1] = {[TUE] = 7};

    printf("%d %d %d %d %d\n", RED, GREEN, BLUE, CYAN, LAST);
    printf("%d %d %d\n", A, B, BIG);
    printf("%d %d %zu\n", c, c == CYAN, sizeof c);
    printf("%d %d %d\n", next(MON), next(WED), counts[TUE]);
    enum local { X = GREEN * 2, Y = sizeof(int) } z = Y;
    printf("%d %d\n", X, z);
    return 0;
}
