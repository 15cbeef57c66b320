/* stdlib.h: general utilities, without wide characters and system(). C17 7.22. */
#ifndef _STDLIB_H
#define _STDLIB_H

#include <stddef.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647

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
double strtod(const char *restrict string, char **restrict end);
float strtof(const char *restrict string, char **restrict end);
long double strtold(const char *restrict string, char **restrict end);
int atoi(const char *string);
long atol(const char *string);
long long atoll(const char *string);
long strtol(const char *restrict string, char **restrict end, int base);
long long strtoll(const char *restrict string, char **restrict end, int base);
unsigned long strtoul(const char *restrict string, char **restrict end, int base);
unsigned long long strtoull(const char *restrict string, char **restrict end, int base);

int rand(void);
void srand(unsigned int seed);

void *aligned_alloc(size_t alignment, size_t size);
void *calloc(size_t count, size_t size);
void free(void *object);
void *malloc(size_t size);
void *realloc(void *object, size_t size);

_Noreturn void abort(void);
int atexit(void (*handler)(void));
_Noreturn void exit(int status);
_Noreturn void _Exit(int status);
char *getenv(const char *name);

void *bsearch(const void *key, const void *base, size_t count, size_t size,
              int (*compare)(const void *key, const void *element));
void qsort(void *base, size_t count, size_t size,
           int (*compare)(const void *left, const void *right));

int abs(int number);
long labs(long number);
long long llabs(long long number);
div_t div(int numerator, int denominator);
ldiv_t ldiv(long numerator, long denominator);
lldiv_t lldiv(long long numerator, long long denominator);

#endif
