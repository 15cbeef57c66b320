/* Status 0: it opens files until it may not. Says: open files */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    int count = 0;
    while (dup(1) >= 0 && count < 1 << 20)
        count++;
    int why = errno;
    puts(why == EMFILE ? "EMFILE" : "?");
    return 0;
}
