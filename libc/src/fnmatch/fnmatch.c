/*
 * fnmatch.c: names that match a pattern of the shell. POSIX "Pattern Matching Notation".
 *
 * A star is tried with ever more characters; only the last one met needs to be tried again, for
 * what an earlier one could take, it can take too. With FNM_PATHNAME that holds between slashes.
 */
#include <ctype.h>
#include <fnmatch.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct matching {
    const char *name_start;
    int flags;
};

static int fold(const struct matching *matching, int c)
{
    return (matching->flags & FNM_CASEFOLD) != 0 ? tolower(c) : c;
}

/* Whether the period at this place must be matched by one. */
static bool is_leading_period(const struct matching *matching, const char *name)
{
    return (matching->flags & FNM_PERIOD) != 0 && *name == '.' &&
           (name == matching->name_start ||
            ((matching->flags & FNM_PATHNAME) != 0 && name[-1] == '/'));
}

static bool is_in_class(const char *class, size_t length, int c)
{
    static const struct {
        const char *name;
        int (*contains)(int c);
    } classes[] = {{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank},
                   {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
                   {"lower", islower}, {"print", isprint}, {"punct", ispunct},
                   {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit}};

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (strlen(classes[i].name) == length && memcmp(classes[i].name, class, length) == 0) {
            return classes[i].contains(c) != 0;
        }
    }
    return false;
}

/* One character of a bracket expression; a backslash quotes. Returns the place behind it. */
static const char *bracket_character(const struct matching *matching, const char *s, int *c)
{
    if (*s == '\\' && (matching->flags & FNM_NOESCAPE) == 0 && s[1] != '\0') {
        s++;
    }
    *c = (unsigned char)*s;
    return s + 1;
}

/* Matches a bracket expression, whose inside begins at `s`. Returns the place behind it, or null
 * when it is none: then the bracket stands for itself. */
static const char *match_bracket(const struct matching *matching, const char *s, int c,
                                 bool *matched)
{
    bool excluded = *s == '!' || *s == '^';
    const char *first = excluded ? s + 1 : s;
    bool found = false;

    c = fold(matching, c);
    for (s = first; *s != ']' || s == first;) {
        int low;
        int high;

        if (*s == '\0' || (*s == '/' && (matching->flags & FNM_PATHNAME) != 0)) {
            return NULL;
        }
        if (s[0] == '[' && s[1] == ':' && strstr(s + 2, ":]") != NULL) {
            const char *end = strstr(s + 2, ":]");

            found = found || is_in_class(s + 2, (size_t)(end - s - 2), c);
            s = end + 2;
            continue;
        }
        s = bracket_character(matching, s, &low);
        high = low;
        if (s[0] == '-' && s[1] != ']' && s[1] != '\0') {
            s = bracket_character(matching, s + 1, &high);
        }
        found = found || (c >= fold(matching, low) && c <= fold(matching, high));
    }
    *matched = found != excluded;
    return s + 1;
}

/* Matches one character of the name against the pattern. Returns the pattern's place behind it, or
 * null. */
static const char *match_one(const struct matching *matching, const char *pattern,
                             const char *name)
{
    int c = (unsigned char)*name;
    bool is_barred =
        (c == '/' && (matching->flags & FNM_PATHNAME) != 0) || is_leading_period(matching, name);
    bool matched;
    const char *end;

    switch (*pattern) {
    case '?':
        return is_barred ? NULL : pattern + 1;
    case '[':
        end = match_bracket(matching, pattern + 1, c, &matched);
        if (end != NULL) {
            return matched && !is_barred ? end : NULL;
        }
        break;
    case '\\':
        if ((matching->flags & FNM_NOESCAPE) == 0 && pattern[1] != '\0') {
            pattern++;
        }
        break;
    default:
        break;
    }
    return fold(matching, (unsigned char)*pattern) == fold(matching, c) ? pattern + 1 : NULL;
}

int fnmatch(const char *pattern, const char *name, int flags)
{
    struct matching matching = {name, flags};
    const char *star = NULL; /* behind the last star */
    const char *taken = NULL; /* how far it has taken the name */

    for (;;) {
        const char *next = NULL;

        if (*pattern == '*' && !is_leading_period(&matching, name)) {
            star = ++pattern;
            taken = name;
            continue;
        }
        if (*pattern == '\0' &&
            (*name == '\0' || (*name == '/' && (flags & FNM_LEADING_DIR) != 0))) {
            return 0;
        }
        if (*pattern != '\0' && *pattern != '*' && *name != '\0') {
            next = match_one(&matching, pattern, name);
        }
        if (next != NULL) {
            pattern = next;
            name++;
        } else if (star != NULL && *taken != '\0' &&
                   !(*taken == '/' && (flags & FNM_PATHNAME) != 0)) {
            name = ++taken;
            pattern = star;
        } else {
            return FNM_NOMATCH;
        }
    }
}
