#include <stdio.h>

int main(void)
{
    for (unsigned int i = 10; i >= 0; i--) {
        printf("%u\n", i);
    }
    return 0;
}
