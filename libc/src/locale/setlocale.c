/*
 * setlocale.c: choose a locale. C17 7.11.1.1.
 *
 * "C", "POSIX" and "C.UTF-8" differ in name alone: characters are UTF-8's in each.
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *current[LC_ALL] = {"C", "C", "C", "C", "C", "C"};

/* The name that we keep for a locale, or null when there is none of that name. */
static const char *known(const char *name)
{
    if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) {
        return "C";
    }
    if (strcmp(name, "C.UTF-8") == 0 || strcmp(name, "C.utf8") == 0) {
        return "C.UTF-8";
    }
    return NULL;
}

/* The locale that the environment asks for. POSIX "Internationalization Variables". */
static const char *from_environment(int category)
{
    static const char *const names[LC_ALL] = {"LC_CTYPE",   "LC_NUMERIC",  "LC_TIME",
                                              "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"};
    const char *const variables[] = {"LC_ALL", names[category], "LANG"};

    for (int i = 0; i < 3; i++) {
        const char *value = getenv(variables[i]);

        if (value != NULL && *value != '\0') {
            return value;
        }
    }
    return "C";
}

/* All categories' names: one, if they are the same. */
static char *all_names(void)
{
    static char names[160];
    static const char *const labels[LC_ALL] = {"LC_CTYPE=",    ";LC_NUMERIC=",  ";LC_TIME=",
                                               ";LC_COLLATE=", ";LC_MONETARY=", ";LC_MESSAGES="};
    int same = 1;

    names[0] = '\0';
    for (int i = 0; i < LC_ALL; i++) {
        same = same && strcmp(current[i], current[0]) == 0;
        strcat(names, labels[i]);
        strcat(names, current[i]);
    }
    return same ? (char *)current[0] : names;
}

char *setlocale(int category, const char *locale)
{
    const char *wanted[LC_ALL];
    int first = category == LC_ALL ? 0 : category;
    int last = category == LC_ALL ? LC_ALL - 1 : category;

    if (category < 0 || category > LC_ALL) {
        return NULL;
    }
    if (locale != NULL) {
        for (int i = first; i <= last; i++) {
            wanted[i] = known(*locale != '\0' ? locale : from_environment(i));
            if (wanted[i] == NULL) {
                return NULL;
            }
        }
        for (int i = first; i <= last; i++) {
            current[i] = wanted[i];
        }
    }
    return category == LC_ALL ? all_names() : (char *)current[category];
}
