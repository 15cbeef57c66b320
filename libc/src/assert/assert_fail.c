/* assert_fail.c: what a false assertion does. C17 7.2.1.1p2. */
#include <assert.h>
#include <stdlib.h>

#include "../internal/message.h"

/* Writes the number in decimal, digits filled in from the end of a small buffer. */
static void say_number(unsigned int number)
{
    char digits[11];
    char *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    __cutaway_say(first);
}

_Noreturn void __assert_fail(const char *condition, const char *file, unsigned int line,
                             const char *function)
{
    __cutaway_say(file);
    __cutaway_say(":");
    say_number(line);
    __cutaway_say(": ");
    __cutaway_say(function);
    __cutaway_say(": Assertion '");
    __cutaway_say(condition);
    __cutaway_say("' failed.\n");
    abort();
}
