/* message.h: the library's own words to the user, straight to descriptor 2. */
#ifndef CUTAWAY_MESSAGE_H
#define CUTAWAY_MESSAGE_H

/* Writes one piece of a message on standard error, past any buffer. */
void __cutaway_say(const char *text);

/* Writes the message and a new line on standard error, then aborts. */
_Noreturn void __cutaway_fail(const char *message);

#endif
