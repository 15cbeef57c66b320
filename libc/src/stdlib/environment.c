/*
 * environment.c: a list of variables that grows. POSIX setenv.
 *
 * The system's list lies on the stack. The first variable that is added moves it to a block, which
 * grows later.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../internal/environment.h"

static char **list;     /* the block that environ is, unless the user made it another */
static size_t capacity; /* with the null at the end */

char **__cutaway_find_variable(const char *name, size_t length)
{
    char **variable = environ;

    while (variable != NULL && *variable != NULL &&
           !(strncmp(*variable, name, length) == 0 && (*variable)[length] == '=')) {
        variable++;
    }
    return variable;
}

/* Makes environ our list, with room for one more than it has; false without memory. */
static bool reserve(void)
{
    size_t count = 0;
    char **grown;

    while (environ != NULL && environ[count] != NULL) {
        count++;
    }
    if (environ == list && count + 2 <= capacity) {
        return true;
    }
    grown = malloc((2 * count + 16) * sizeof *grown);
    if (grown == NULL) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        grown[i] = environ[i];
    }
    grown[count] = NULL;
    free(list);
    list = grown;
    capacity = 2 * count + 16;
    environ = list;
    return true;
}

int __cutaway_put_variable(char *assignment, size_t name_length)
{
    char **place;

    if (!reserve()) {
        return -1;
    }
    place = __cutaway_find_variable(assignment, name_length);
    if (*place == NULL) {
        place[1] = NULL;
    }
    *place = assignment;
    return 0;
}
