/* error.h: a message of an error, and perhaps the end. GNU. */
#ifndef _ERROR_H
#define _ERROR_H

extern unsigned int error_message_count;

void error(int status, int number, const char *format, ...);

#endif
