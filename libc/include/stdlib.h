/* stdlib.h: general utilities. C17 7.22, POSIX and GNU. */
#ifndef _STDLIB_H
#define _STDLIB_H

#include <stddef.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647

/* The most bytes of a character, in the locale as it is now. C17 7.22p3. */
size_t __cutaway_character_size_max(void);
#define MB_CUR_MAX (__cutaway_character_size_max())

typedef struct {
    int quot;
    int rem;
} div_t;
typedef struct {
    long quot;
    long rem;
} ldiv_t;
typedef struct {
    long long quot;
    long long rem;
} lldiv_t;

double atof(const char *string);
double strtod(const char *__restrict string, char **__restrict end);
float strtof(const char *__restrict string, char **__restrict end);
long double strtold(const char *__restrict string, char **__restrict end);
int atoi(const char *string);
long atol(const char *string);
long long atoll(const char *string);
long strtol(const char *__restrict string, char **__restrict end, int base);
long long strtoll(const char *__restrict string, char **__restrict end, int base);
unsigned long strtoul(const char *__restrict string, char **__restrict end, int base);
unsigned long long strtoull(const char *__restrict string, char **__restrict end, int base);

int rand(void);
void srand(unsigned int seed);
int rand_r(unsigned int *seed);
long random(void);
void srandom(unsigned int seed);

void *aligned_alloc(size_t alignment, size_t size);
void *calloc(size_t count, size_t size);
void free(void *object);
void *malloc(size_t size);
void *realloc(void *object, size_t size);
void *memalign(size_t alignment, size_t size);
int posix_memalign(void **result, size_t alignment, size_t size);
void *reallocarray(void *object, size_t count, size_t size);
void *valloc(size_t size);

_Noreturn void abort(void);
int atexit(void (*handler)(void));
int at_quick_exit(void (*handler)(void));
_Noreturn void exit(int status);
_Noreturn void _Exit(int status);
_Noreturn void quick_exit(int status);
char *getenv(const char *name);
int system(const char *command);

int clearenv(void);
int putenv(char *assignment);
char *secure_getenv(const char *name);
int setenv(const char *name, const char *value, int replaces);
int unsetenv(const char *name);

void *bsearch(const void *key, const void *base, size_t count, size_t size,
              int (*compare)(const void *key, const void *element));
void qsort(void *base, size_t count, size_t size,
           int (*compare)(const void *left, const void *right));
void qsort_r(void *base, size_t count, size_t size,
             int (*compare)(const void *left, const void *right, void *argument), void *argument);

int abs(int number);
long labs(long number);
long long llabs(long long number);
div_t div(int numerator, int denominator);
ldiv_t ldiv(long numerator, long denominator);
lldiv_t lldiv(long long numerator, long long denominator);

int mblen(const char *from, size_t count);
int mbtowc(wchar_t *__restrict to, const char *__restrict from, size_t count);
int wctomb(char *to, wchar_t c);
size_t mbstowcs(wchar_t *__restrict to, const char *__restrict from, size_t size);
size_t wcstombs(char *__restrict to, const wchar_t *__restrict from, size_t size);

char *mkdtemp(char *template);
int mkostemp(char *template, int flags);
int mkstemp(char *template);
int mkstemps(char *template, int suffix_length);
char *mktemp(char *template);
char *realpath(const char *__restrict path, char *__restrict resolved);

#endif
