/* wchar.h: wide characters, which are Unicode's, and UTF-8 as their multibyte form. C17 7.29. */
#ifndef _WCHAR_H
#define _WCHAR_H

#include <bits/mbstate.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef unsigned int wint_t;

#define WEOF 0xffffffffU

struct tm;

int fwprintf(FILE *__restrict stream, const wchar_t *__restrict format, ...);
int fwscanf(FILE *__restrict stream, const wchar_t *__restrict format, ...);
int swprintf(wchar_t *__restrict to, size_t size, const wchar_t *__restrict format, ...);
int swscanf(const wchar_t *__restrict from, const wchar_t *__restrict format, ...);
int vfwprintf(FILE *__restrict stream, const wchar_t *__restrict format, va_list arguments);
int vfwscanf(FILE *__restrict stream, const wchar_t *__restrict format, va_list arguments);
int vswprintf(wchar_t *__restrict to, size_t size, const wchar_t *__restrict format,
              va_list arguments);
int vswscanf(const wchar_t *__restrict from, const wchar_t *__restrict format, va_list arguments);
int vwprintf(const wchar_t *__restrict format, va_list arguments);
int vwscanf(const wchar_t *__restrict format, va_list arguments);
int wprintf(const wchar_t *__restrict format, ...);
int wscanf(const wchar_t *__restrict format, ...);

wint_t fgetwc(FILE *stream);
wchar_t *fgetws(wchar_t *__restrict to, int size, FILE *__restrict stream);
wint_t fputwc(wchar_t c, FILE *stream);
int fputws(const wchar_t *__restrict string, FILE *__restrict stream);
int fwide(FILE *stream, int orientation);
wint_t getwc(FILE *stream);
wint_t getwchar(void);
wint_t putwc(wchar_t c, FILE *stream);
wint_t putwchar(wchar_t c);
wint_t ungetwc(wint_t c, FILE *stream);

long wcstol(const wchar_t *__restrict string, wchar_t **__restrict end, int base);
long long wcstoll(const wchar_t *__restrict string, wchar_t **__restrict end, int base);
unsigned long wcstoul(const wchar_t *__restrict string, wchar_t **__restrict end, int base);
unsigned long long wcstoull(const wchar_t *__restrict string, wchar_t **__restrict end, int base);

wchar_t *wcscpy(wchar_t *__restrict to, const wchar_t *__restrict from);
wchar_t *wcsncpy(wchar_t *__restrict to, const wchar_t *__restrict from, size_t count);
wchar_t *wmemcpy(wchar_t *__restrict to, const wchar_t *__restrict from, size_t count);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count);
wchar_t *wcscat(wchar_t *__restrict to, const wchar_t *__restrict from);
wchar_t *wcsncat(wchar_t *__restrict to, const wchar_t *__restrict from, size_t count);
int wcscmp(const wchar_t *left, const wchar_t *right);
int wcscoll(const wchar_t *left, const wchar_t *right);
int wcsncmp(const wchar_t *left, const wchar_t *right, size_t count);
size_t wcsxfrm(wchar_t *__restrict to, const wchar_t *__restrict from, size_t count);
int wmemcmp(const wchar_t *left, const wchar_t *right, size_t count);
wchar_t *wcschr(const wchar_t *string, wchar_t c);
size_t wcscspn(const wchar_t *string, const wchar_t *rejected);
wchar_t *wcspbrk(const wchar_t *string, const wchar_t *accepted);
wchar_t *wcsrchr(const wchar_t *string, wchar_t c);
size_t wcsspn(const wchar_t *string, const wchar_t *accepted);
wchar_t *wcsstr(const wchar_t *string, const wchar_t *wanted);
wchar_t *wcstok(wchar_t *__restrict string, const wchar_t *__restrict separators,
                wchar_t **__restrict rest);
wchar_t *wmemchr(const wchar_t *object, wchar_t c, size_t count);
size_t wcslen(const wchar_t *string);
wchar_t *wmemset(wchar_t *object, wchar_t c, size_t count);
size_t wcsftime(wchar_t *__restrict to, size_t size, const wchar_t *__restrict format,
                const struct tm *__restrict time);

wint_t btowc(int c);
int wctob(wint_t c);
int mbsinit(const mbstate_t *state);
size_t mbrlen(const char *__restrict from, size_t count, mbstate_t *__restrict state);
size_t mbrtowc(wchar_t *__restrict to, const char *__restrict from, size_t count,
               mbstate_t *__restrict state);
size_t wcrtomb(char *__restrict to, wchar_t c, mbstate_t *__restrict state);
size_t mbsrtowcs(wchar_t *__restrict to, const char **__restrict from, size_t size,
                 mbstate_t *__restrict state);
size_t wcsrtombs(char *__restrict to, const wchar_t **__restrict from, size_t size,
                 mbstate_t *__restrict state);

size_t mbsnrtowcs(wchar_t *__restrict to, const char **__restrict from, size_t count, size_t size,
                  mbstate_t *__restrict state);
size_t wcsnrtombs(char *__restrict to, const wchar_t **__restrict from, size_t count, size_t size,
                  mbstate_t *__restrict state);
wchar_t *wcpcpy(wchar_t *__restrict to, const wchar_t *__restrict from);
wchar_t *wcpncpy(wchar_t *__restrict to, const wchar_t *__restrict from, size_t count);
int wcscasecmp(const wchar_t *left, const wchar_t *right);
int wcsncasecmp(const wchar_t *left, const wchar_t *right, size_t count);
wchar_t *wcsdup(const wchar_t *string);
size_t wcsnlen(const wchar_t *string, size_t limit);
int wcwidth(wchar_t c);
int wcswidth(const wchar_t *string, size_t count);

#endif
