#include <stdio.h>

int main(void)
{
    if (1)
        printf("a\n");
    }
    return 0;
}
