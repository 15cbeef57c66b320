/* C17 6.8.4.2p5: the constants are converted to the promoted type of the controlling expression. */
#include <stdio.h>

static const char *wide(unsigned long n)
{
    switch (n) {
    case 0:
        return "zero";
    case 1UL << 40:
        return "2^40";
    case -1UL:
        return "all ones";
    }
    return "other";
}

static int small(unsigned char c)
{
    switch (c) {
    case 'a':
    case 'e':
        return 1;
    case 255:
        return 2;
    default:
        return 3;
    }
}

int main(void)
{
    printf("%s %s %s %s\n", wide(0), wide(1UL << 40), wide(~0UL), wide(5));
    printf("%d %d %d %d\n", small('a'), small('e'), small(255), small('z'));
    for (int i = 0; i < 6; i++) {
        switch (i) {
        case 1:
            continue;
        case 4:
            switch (i * 2) {
            case 8:
                printf("eight ");
                break;
            }
            break;
        default:
            printf("%d ", i);
        }
    }
    switch (3)
    case 3:
        puts("single");
    switch (1) {
    }
    return 0;
}
