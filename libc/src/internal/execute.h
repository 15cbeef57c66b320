/* execute.h: how the exec family finds programs and passes arguments. POSIX. */
#ifndef CUTAWAY_EXECUTE_H
#define CUTAWAY_EXECUTE_H

#include <stdarg.h>
#include <stddef.h>

/* How many arguments a call has, up to the null at their end; `first` is the first. */
size_t __cutaway_count_arguments(const char *first, va_list rest);

/* Fills the array with them and the null. Whatever follows is left to be read. */
void __cutaway_fill_arguments(char **to, const char *first, va_list *rest);

/* execvpe under a reserved name. */
int __cutaway_execute(const char *file, char *const arguments[], char *const environment[]);

#endif
