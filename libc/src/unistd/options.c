/*
 * options.c: the options of a command line, one at each call. POSIX getopt, GNU getopt_long.
 *
 * Arguments that are no options are moved behind those that are, in their order, unless the string
 * of options begins with + or POSIXLY_CORRECT is in the environment: then the first one ends them.
 * When it begins with -, each is an option of the letter 1. A colon there means: say nothing, and
 * tell a missing argument from an unknown option.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/options.h"

enum order { PERMUTED, REQUIRED_FIRST, IN_ORDER };

static const char *rest; /* the letters that follow in the argument being read, or null */
static int skipped;      /* arguments before it that are no options */

/* Everything that one call knows. */
struct reading {
    int argc;
    char **argv;
    const char *options; /* without + or - in front */
    const struct option *longs;
    int *index;
    bool only;
    enum order order;
};

static bool is_quiet(const struct reading *reading)
{
    return opterr == 0 || reading->options[0] == ':';
}

/* Moves argv[from] to the place `to` before it; those between keep their order. */
static void move_forward(char **argv, int from, int to)
{
    char *moved = argv[from];

    for (; from > to; from--) {
        argv[from] = argv[from - 1];
    }
    argv[to] = moved;
}

static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0';
}

/* ---- Options of one letter ---- */

static int missing_argument(const struct reading *reading, int letter)
{
    if (!is_quiet(reading)) {
        fprintf(stderr, "%s: option requires an argument -- '%c'\n", reading->argv[0], letter);
    }
    optopt = letter;
    return reading->options[0] == ':' ? ':' : '?';
}

static int read_letter(const struct reading *reading)
{
    int letter = (unsigned char)*rest++;
    const char *found = letter == ':' || letter == ';' ? NULL : strchr(reading->options, letter);
    const char *argument = *rest != '\0' ? rest : NULL;

    if (argument == NULL) {
        optind++;
        rest = NULL;
    }
    if (found == NULL) {
        if (!is_quiet(reading)) {
            fprintf(stderr, "%s: invalid option -- '%c'\n", reading->argv[0], letter);
        }
        optopt = letter;
        return '?';
    }
    if (found[1] != ':') {
        return letter;
    }
    if (argument != NULL) {
        optind++;
        rest = NULL;
    } else if (found[2] != ':') {
        if (optind >= reading->argc) {
            return missing_argument(reading, letter);
        }
        argument = reading->argv[optind++];
    }
    optarg = (char *)argument;
    return letter;
}

/* ---- Options of words ---- */

/* Whether two names mean the same. */
static bool is_same(const struct option *left, const struct option *right)
{
    return left->has_arg == right->has_arg && left->flag == right->flag &&
           left->val == right->val;
}

/* The one that the name of that length means: by all its letters, or by the first of them if no
 * other begins so. -1: none; -2: more than one. */
static int find_long(const struct option *longs, const char *name, size_t length)
{
    int found = -1;

    for (int i = 0; longs[i].name != NULL; i++) {
        if (strncmp(longs[i].name, name, length) != 0) {
            continue;
        }
        if (longs[i].name[length] == '\0') {
            return i;
        }
        if (found >= 0 && !is_same(&longs[found], &longs[i])) {
            return -2;
        }
        if (found == -1) {
            found = i;
        }
    }
    return found;
}

/* Says what is wrong with an option of words. */
static int refuse_long(const struct reading *reading, const char *before, const char *dashes,
                       const char *name, size_t length, const char *behind)
{
    if (!is_quiet(reading)) {
        fprintf(stderr, "%s: %s '%s%.*s'%s\n", reading->argv[0], before, dashes, (int)length, name,
                behind);
    }
    return '?';
}

/* Takes the argument of an option of words, if it has one. Returns what is to be returned. */
static int take_long(const struct reading *reading, int found, const char *equals,
                     const char *dashes)
{
    const struct option *option = &reading->longs[found];
    size_t length = strlen(option->name);

    if (equals != NULL && option->has_arg == no_argument) {
        optopt = option->flag == NULL ? option->val : 0;
        return refuse_long(reading, "option", dashes, option->name, length,
                           " doesn't allow an argument");
    }
    if (equals != NULL) {
        optarg = (char *)equals + 1;
    } else if (option->has_arg == required_argument) {
        if (optind >= reading->argc) {
            optopt = option->flag == NULL ? option->val : 0;
            refuse_long(reading, "option", dashes, option->name, length, " requires an argument");
            return reading->options[0] == ':' ? ':' : '?';
        }
        optarg = reading->argv[optind++];
    }
    if (reading->index != NULL) {
        *reading->index = found;
    }
    if (option->flag != NULL) {
        *option->flag = option->val;
        return 0;
    }
    return option->val;
}

static int read_long(const struct reading *reading, const char *name, const char *dashes)
{
    size_t length = strcspn(name, "=");
    int found = find_long(reading->longs, name, length);

    optind++;
    if (found < 0) {
        optopt = 0;
        return refuse_long(reading, found == -1 ? "unrecognized option" : "option", dashes, name,
                           found == -1 ? strlen(name) : length,
                           found == -1 ? "" : " is ambiguous");
    }
    return take_long(reading, found, name[length] == '=' ? name + length : NULL, dashes);
}

/* ---- Arguments ---- */

/* Whether an argument with one dash is an option of words all the same. */
static bool is_long_with_dash(const struct reading *reading, const char *argument)
{
    size_t length = strcspn(argument + 1, "=");

    return reading->only && reading->longs != NULL &&
           (argument[2] != '\0' || strchr(reading->options, argument[1]) == NULL) &&
           (find_long(reading->longs, argument + 1, length) != -1 ||
            strchr(reading->options, argument[1]) == NULL);
}

/* Reads the option that begins at argv[optind]. */
static int read_option(const struct reading *reading)
{
    char *argument = reading->argv[optind];

    if (reading->longs != NULL && argument[1] == '-') {
        return read_long(reading, argument + 2, "--");
    }
    if (is_long_with_dash(reading, argument)) {
        return read_long(reading, argument + 1, "-");
    }
    rest = argument + 1;
    return read_letter(reading);
}

/* When an argument has been read to its end, it moves before those that were skipped. `start` is
 * where it began. */
static void finish(char **argv, int start)
{
    int count = optind - start;

    if (rest != NULL) {
        return;
    }
    for (int i = 0; i < count; i++) {
        move_forward(argv, start + i, start - skipped + i);
    }
    optind -= skipped;
    skipped = 0;
}

/* Finds the next option: true, or false when there is none. */
static bool find_option(const struct reading *reading)
{
    int place = optind;

    while (reading->order == PERMUTED && place < reading->argc &&
           !is_option(reading->argv[place])) {
        place++;
    }
    if (place >= reading->argc || !is_option(reading->argv[place])) {
        return false;
    }
    if (strcmp(reading->argv[place], "--") == 0) {
        move_forward(reading->argv, place, optind);
        optind++;
        return false;
    }
    skipped = place - optind;
    optind = place;
    return true;
}

static enum order order_of(const char *options)
{
    if (*options == '-') {
        return IN_ORDER;
    }
    return *options == '+' || getenv("POSIXLY_CORRECT") != NULL ? REQUIRED_FIRST : PERMUTED;
}

int __cutaway_next_option(int argc, char **argv, const char *options, const struct option *longs,
                          int *index, bool only)
{
    enum order order = order_of(options);
    bool has_order = *options == '-' || *options == '+';
    struct reading reading = {argc, argv, options + has_order, longs, index, only, order};
    int start;
    int result;

    if (optind == 0) {
        optind = 1;
        rest = NULL;
        skipped = 0;
    }
    optarg = NULL;
    if (rest == NULL && order == IN_ORDER && optind < argc && !is_option(argv[optind])) {
        optarg = argv[optind++];
        return 1;
    }
    if (rest == NULL && !find_option(&reading)) {
        return -1;
    }
    start = optind;
    result = rest != NULL ? read_letter(&reading) : read_option(&reading);
    finish(argv, start);
    return result;
}
