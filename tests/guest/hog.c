/* Takes memory, and uses it, until there is none. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    enum { SIZE = 1 << 20 };
    char *block;
    while ((block = malloc(SIZE))) memset(block, 1, SIZE);
    if (errno == ENOMEM) write(1, "ENOMEM\n", 7);
    return 3;
}
