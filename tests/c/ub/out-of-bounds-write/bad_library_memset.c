/* C17 7.24.1p2: memset is told more bytes than there are; the call is the error. */
#include <string.h>

int main(void)
{
    int a[4];
    int b[4] = {1, 2, 3, 4};

    memset(a, 0, sizeof a + sizeof b[0]); /* finds: out-of-bounds-write */
    return a[0];
}
