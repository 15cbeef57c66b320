#include <stdio.h>

int total;

int sum(int count)
{
    int total = 0;
    for (int i = 0; i < count; i++) {
        total += i;
    }
    return total;
}

int main(void)
{
    int i = 3;
    total = sum(4);
    for (int i = 0; i < 2; i++) {
        printf("%d\n", i);
    }
    {
        int early = 1;
        total += early;
    }
    int early = 2;
    return i + early;
}
