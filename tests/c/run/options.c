/* POSIX getopt and GNU getopt_long: letters, words, arguments, order. */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int flag;
static const struct option longs[] = {{"verbose", no_argument, NULL, 'v'},
                                      {"output", required_argument, NULL, 'o'},
                                      {"colour", optional_argument, NULL, 'c'},
                                      {"column", no_argument, &flag, 9},
                                      {"version", no_argument, NULL, 1000},
                                      {0}};

/* Cuts a line into an array of arguments and reads their options. */
static void read_all(const char *line, const char *options, int kind)
{
    char text[128];
    char *argv[16] = {"program"};
    int argc = 1;
    int c;

    strcpy(text, line);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    optind = 0;
    opterr = 0;
    printf("%s with \"%s\":", line, options);
    for (;;) {
        int index = -1;

        c = kind == 0   ? getopt(argc, argv, options)
            : kind == 1 ? getopt_long(argc, argv, options, longs, &index)
                        : getopt_long_only(argc, argv, options, longs, &index);
        if (c == -1) {
            break;
        }
        printf(" %d", c);
        if (c > 32 && c < 127) {
            printf("(%c)", c);
        }
        if (optarg != NULL) {
            printf("=%s", optarg);
        }
        if (c == '?' || c == ':') {
            printf("[%d]", optopt);
        }
        if (index >= 0) {
            printf("#%d", index);
        }
    }
    printf(" |");
    for (int i = 1; i < argc; i++) {
        printf("%s%s", i == optind ? " ^" : " ", argv[i]);
    }
    printf(" %d flag %d\n", optind == argc, flag);
    flag = 0;
}

int main(void)
{
    read_all("-a -b value rest", "ab:", 0);
    read_all("-abvalue x -c y", "ab:c", 0);
    read_all("x y -a z -b w v", "ab:", 0);
    read_all("x -a -- -b y", "ab:", 0);
    read_all("-x -b", "ab:", 0);
    read_all("-x -b", ":ab:", 0);
    read_all("x -a", "+ab:", 0);
    read_all("x -a y -bz w", "-ab:", 0);
    read_all("-o -oarg - -a", "o::a", 0);
    read_all("", "a", 0);
    read_all("one two", "a", 0);
    read_all("--verbose file --output=x --output y -v", "vo:", 1);
    read_all("--verb --col --colo --colu --colour=red", "v", 1);
    read_all("--ver --vers --unknown --output", "v", 1);
    read_all("--output", ":v", 1);
    read_all("--verbose=no --colour blue", "v", 1);
    read_all("a --column b -- c --verbose", "v", 1);
    read_all("-verbose -o x -output y -v -column --colour", "vo:", 2);
    return 0;
}
