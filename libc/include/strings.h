/* strings.h: what BSD had of string.h. POSIX. */
#ifndef _STRINGS_H
#define _STRINGS_H

#include <stddef.h>

int bcmp(const void *left, const void *right, size_t count);
void bcopy(const void *from, void *to, size_t count);
void bzero(void *object, size_t count);
int ffs(int number);
int ffsl(long number);
int ffsll(long long number);
char *index(const char *string, int c);
char *rindex(const char *string, int c);
int strcasecmp(const char *left, const char *right);
int strncasecmp(const char *left, const char *right, size_t count);

#endif
