/* stddef.h: common definitions. C17 7.19. */
#ifndef _STDDEF_H
#define _STDDEF_H

typedef long ptrdiff_t;
typedef unsigned long size_t;
typedef int wchar_t;
typedef struct {
    long long __widest_integer;
    long double __widest_real;
} max_align_t;

#define NULL ((void *)0)
#define offsetof(type, member) ((size_t)&((type *)0)->member)

#endif
