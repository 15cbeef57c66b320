/* error.c: a message of an error, and perhaps the end. GNU. */
#include <error.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/start.h"

unsigned int error_message_count;

void error(int status, int number, const char *format, ...)
{
    va_list arguments;

    fflush(stdout);
    fprintf(stderr, "%s: ", __cutaway_program_name());
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    if (number != 0) {
        fprintf(stderr, ": %s", strerror(number));
    }
    fputs("\n", stderr);
    error_message_count++;
    if (status != 0) {
        exit(status);
    }
}
