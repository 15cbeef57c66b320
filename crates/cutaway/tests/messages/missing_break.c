#include <stdio.h>

int main(void)
{
    int grade = 1;
    switch (grade) {
    case 1:
        printf("very good\n");
    case 2:
        printf("good\n");
        break;
    default:
        printf("something else\n");
    }
    return 0;
}
