/* options.h: the one reader of options behind getopt and getopt_long. */
#ifndef CUTAWAY_OPTIONS_H
#define CUTAWAY_OPTIONS_H

#include <getopt.h>
#include <stdbool.h>

/* The next option. Without long ones `longs` is null; `only`: they may begin with one dash too. */
int __cutaway_next_option(int argc, char **argv, const char *options, const struct option *longs,
                          int *index, bool only);

#endif
