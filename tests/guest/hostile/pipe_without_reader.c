/* Status 141, as under qemu. */
#include <unistd.h>

int main(void) {
    int ends[2];
    if (pipe(ends))
        return 1;
    close(ends[0]);
    for (;;)
        write(ends[1], "x", 1);
}
