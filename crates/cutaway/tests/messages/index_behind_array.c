#include <stdio.h>

int main(void)
{
    int grades[3];
    grades[1] = 2;
    grades[2] = 1;
    grades[3] = 3;
    printf("%d\n", grades[1]);
    return 0;
}
