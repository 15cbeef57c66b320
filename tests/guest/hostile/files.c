/* Status 0: files by the million, until there can be no more. Says: room for files */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    char name[64];
    int count = 0, file;
    for (;; count++) {
        snprintf(name, sizeof name, "/tmp/cutaway-hostile-%d", count);
        if ((file = open(name, O_CREAT | O_WRONLY, 0600)) < 0 || count == 2000000)
            break;
        close(file);
    }
    puts(errno == ENOSPC && count > 1000 ? "ENOSPC" : "?");
    return 0;
}
