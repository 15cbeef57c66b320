/* psignal.c: say a signal in words on stderr. POSIX. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

void psignal(int signal, const char *prefix)
{
    if (prefix != NULL && *prefix != '\0') {
        fprintf(stderr, "%s: %s\n", prefix, strsignal(signal));
    } else {
        fprintf(stderr, "%s\n", strsignal(signal));
    }
}
