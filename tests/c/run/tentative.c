/* C17 6.9.2: tentative definitions, extern, and linkage. */
#include <stdio.h>

int a;
int a;
int a = 5;
static int b;
static int b;
extern int c;
int c = 7;
int later[];
int later[3];

int get(void);

int main(void)
{
    extern int a;
    int get(void);

    later[2] = 9;
    printf("%d %d %d %d %d %zu\n", a, b, c, get(), later[2], sizeof later);
    return 0;
}

int get(void)
{
    return a + c;
}
