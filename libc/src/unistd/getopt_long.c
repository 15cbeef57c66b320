/* getopt_long.c: options of one letter and of words. GNU. */
#include "../internal/options.h"

int getopt_long(int argc, char *const argv[], const char *options, const struct option *longs,
                int *index)
{
    return __cutaway_next_option(argc, (char **)argv, options, longs, index, false);
}

int getopt_long_only(int argc, char *const argv[], const char *options,
                     const struct option *longs, int *index)
{
    return __cutaway_next_option(argc, (char **)argv, options, longs, index, true);
}
