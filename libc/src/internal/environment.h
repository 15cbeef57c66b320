/* environment.h: the list of variables, once it has been changed. */
#ifndef CUTAWAY_ENVIRONMENT_H
#define CUTAWAY_ENVIRONMENT_H

#include <stddef.h>

/* Where the variable of that name is in environ; where the list ends, if it is not there; null, if
 * there is no list. */
char **__cutaway_find_variable(const char *name, size_t length);

/* Puts NAME=value into environ, in place of what bore the name: 0, or -1 and errno. */
int __cutaway_put_variable(char *assignment, size_t name_length);

#endif
