#include <stdio.h>

int main(void)
{
    int x = 1, one = 1;
    switch (x) {
    case one:
        printf("one\n");
        break;
    }
    return 0;
}
