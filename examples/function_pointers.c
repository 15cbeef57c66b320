/* Lesson: a function has an address in the code section, and a pointer can hold it. */
#include <stdio.h>

int add(int a, int b)
{
    return a + b;
}

int subtract(int a, int b)
{
    return a - b;
}

int multiply(int a, int b)
{
    return a * b;
}

struct operation {
    char symbol;
    int (*apply)(int a, int b);
};

int main(void)
{
    struct operation operations[] = {{'+', add}, {'-', subtract}, {'*', multiply}};

    for (int i = 0; i < 3; i++) {
        printf("7 %c 5 = %d\n", operations[i].symbol, operations[i].apply(7, 5));
    }
    return 0;
}
