/* C17 7.21.6.2: sscanf stores through the pointer. */
#include <stdio.h>

int main(void)
{
    int n;

    if (sscanf("12", "%d", &n) != 1) {
        return 1;
    }
    return n - 12;
}
