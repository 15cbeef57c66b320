/* string.h: string handling. C17 7.24; strdup and strnlen as in POSIX. */
#ifndef _STRING_H
#define _STRING_H

#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
char *strcpy(char *restrict to, const char *restrict from);
char *strncpy(char *restrict to, const char *restrict from, size_t count);
char *strcat(char *restrict to, const char *restrict from);
char *strncat(char *restrict to, const char *restrict from, size_t count);
int memcmp(const void *left, const void *right, size_t count);
int strcmp(const char *left, const char *right);
int strcoll(const char *left, const char *right);
int strncmp(const char *left, const char *right, size_t count);
size_t strxfrm(char *restrict to, const char *restrict from, size_t count);
void *memchr(const void *object, int c, size_t count);
char *strchr(const char *string, int c);
size_t strcspn(const char *string, const char *rejected);
char *strpbrk(const char *string, const char *accepted);
char *strrchr(const char *string, int c);
size_t strspn(const char *string, const char *accepted);
char *strstr(const char *string, const char *wanted);
char *strtok(char *restrict string, const char *restrict separators);
void *memset(void *object, int c, size_t count);
char *strerror(int number);
size_t strlen(const char *string);

char *strdup(const char *string);
size_t strnlen(const char *string, size_t limit);

#endif
