/* getopt_state.c: what getopt and its caller tell each other. POSIX. */
#include <getopt.h>

char *optarg;
int optind = 1;
int opterr = 1;
int optopt;
