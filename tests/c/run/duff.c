/* C17 6.8.4.2: Duff's device: case labels inside a loop. */
#include <stdio.h>

static void copy(char *to, const char *from, int count)
{
    int rounds = (count + 3) / 4;

    switch (count % 4) {
    case 0:
        do {
            *to++ = *from++;
        case 3:
            *to++ = *from++;
        case 2:
            *to++ = *from++;
        case 1:
            *to++ = *from++;
        } while (--rounds > 0);
    }
}

int main(void)
{
    for (int n = 1; n <= 11; n++) {
        char to[12] = "...........";

        copy(to, "abcdefghijk", n);
        puts(to);
    }
    return 0;
}
