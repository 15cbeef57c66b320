/*
 * setenv.c: set a variable of the environment. POSIX.
 *
 * What is allocated here is never freed, for somebody may have it from getenv.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/environment.h"

struct assignment {
    struct assignment *next;
    char text[]; /* NAME=value */
};

static struct assignment *assignments;

int setenv(const char *name, const char *value, int replaces)
{
    size_t length;
    size_t size;
    struct assignment *assignment;

    if (name == NULL || *name == '\0' || strchr(name, '=') != NULL) {
        errno = EINVAL;
        return -1;
    }
    if (!replaces && getenv(name) != NULL) {
        return 0;
    }
    length = strlen(name);
    size = strlen(value) + 1;
    assignment = malloc(sizeof *assignment + length + 1 + size);
    if (assignment == NULL) {
        return -1;
    }
    memcpy(assignment->text, name, length);
    assignment->text[length] = '=';
    memcpy(assignment->text + length + 1, value, size);
    assignment->next = assignments;
    assignments = assignment;
    return __cutaway_put_variable(assignment->text, length);
}
