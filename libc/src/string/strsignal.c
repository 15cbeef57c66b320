/* strsignal.c: the words for a signal. POSIX. */
#include <string.h>

#include "../internal/text.h"

char *strsignal(int signal)
{
    static char numbered[40];
    const char *text = __cutaway_signal_text(signal);

    if (text != NULL) {
        return (char *)text;
    }
    if (signal >= 34 && signal <= 64) {
        return __cutaway_numbered_text(numbered, "Real-time signal ", signal - 34);
    }
    return __cutaway_numbered_text(numbered, "Unknown signal ", signal);
}
