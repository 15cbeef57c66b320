/* string.h: string handling. C17 7.24, POSIX and GNU. */
#ifndef _STRING_H
#define _STRING_H

#include <stddef.h>

void *memcpy(void *__restrict to, const void *__restrict from, size_t count);
void *memmove(void *to, const void *from, size_t count);
char *strcpy(char *__restrict to, const char *__restrict from);
char *strncpy(char *__restrict to, const char *__restrict from, size_t count);
char *strcat(char *__restrict to, const char *__restrict from);
char *strncat(char *__restrict to, const char *__restrict from, size_t count);
int memcmp(const void *left, const void *right, size_t count);
int strcmp(const char *left, const char *right);
int strcoll(const char *left, const char *right);
int strncmp(const char *left, const char *right, size_t count);
size_t strxfrm(char *__restrict to, const char *__restrict from, size_t count);
void *memchr(const void *object, int c, size_t count);
char *strchr(const char *string, int c);
size_t strcspn(const char *string, const char *rejected);
char *strpbrk(const char *string, const char *accepted);
char *strrchr(const char *string, int c);
size_t strspn(const char *string, const char *accepted);
char *strstr(const char *string, const char *wanted);
char *strtok(char *__restrict string, const char *__restrict separators);
void *memset(void *object, int c, size_t count);
char *strerror(int number);
size_t strlen(const char *string);

void *memccpy(void *__restrict to, const void *__restrict from, int c, size_t count);
void *memmem(const void *object, size_t size, const void *wanted, size_t wanted_size);
void *mempcpy(void *__restrict to, const void *__restrict from, size_t count);
void *memrchr(const void *object, int c, size_t count);
void *rawmemchr(const void *object, int c);
void explicit_bzero(void *object, size_t count);
char *stpcpy(char *__restrict to, const char *__restrict from);
char *stpncpy(char *__restrict to, const char *__restrict from, size_t count);
char *strcasestr(const char *string, const char *wanted);
char *strchrnul(const char *string, int c);
char *strdup(const char *string);
char *strerror_r(int number, char *buffer, size_t size);
int __xpg_strerror_r(int number, char *buffer, size_t size);
size_t strlcat(char *__restrict to, const char *__restrict from, size_t size);
size_t strlcpy(char *__restrict to, const char *__restrict from, size_t size);
char *strndup(const char *string, size_t limit);
size_t strnlen(const char *string, size_t limit);
char *strsep(char **__restrict string, const char *__restrict separators);
char *strsignal(int signal);
char *strtok_r(char *__restrict string, const char *__restrict separators, char **__restrict rest);
int strverscmp(const char *left, const char *right);
#ifndef basename /* libgen.h has another */
char *basename(const char *path);
#endif

#if defined _POSIX_C_SOURCE && !defined _GNU_SOURCE
#define strerror_r __xpg_strerror_r
#endif

#include <strings.h>

#endif
