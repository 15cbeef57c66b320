/* Status 0: one file that grows until there is no more room. Says: 256 MiB or 100,000 files */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static char block[1 << 16];

int main(void) {
    int file = open("/tmp/cutaway-hostile", O_CREAT | O_WRONLY, 0600);
    long written = 0;
    for (int i = 0; i < 1 << 20 && written >= 0; i++)
        written = write(file, block, sizeof block);
    puts(errno == ENOSPC ? "ENOSPC" : "?");
    return 0;
}
