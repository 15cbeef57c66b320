#include <stdio.h>

int main(void)
{
    int x = 1;
    switch (x) {
    case 1:
        printf("one\n");
        break;
    case 1:
        printf("uno\n");
        break;
    }
    return 0;
}
