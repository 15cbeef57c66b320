/* C17 7.24.6.1: memset stores into every byte. */
#include <string.h>

int main(void)
{
    long a[3];

    memset(a, 0, sizeof a);
    return (int)(a[0] + a[2]);
}
