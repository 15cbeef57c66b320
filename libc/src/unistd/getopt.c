/* getopt.c: options of one letter. POSIX. */
#include "../internal/options.h"

int getopt(int argc, char *const argv[], const char *options)
{
    return __cutaway_next_option(argc, (char **)argv, options, 0, 0, false);
}
