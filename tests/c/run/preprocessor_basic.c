/* C17 6.10.1, 6.10.3: conditionals and object-like macros. */
#include <stdio.h>

#define A 1
#define B (A + 1)
#define C B *B
#define EMPTY
#undef UNDEFINED
#define UNDEFINED_NOW
#undef UNDEFINED_NOW

#if A == 1 && defined(B) && !defined UNDEFINED_NOW
#define FIRST "yes"
#else
#error "not here"
#endif

#ifdef NOTHING
int broken(
#elif 0
also broken
#elif (2 * 3 == 6) && (-1 < 0u ? 0 : 1)
#define SECOND "yes"
#else
#define SECOND "no"
#endif

#ifndef NOTHING
#if 0
#if 1
#error "nested in a skipped group"
#endif
' an unmatched quote
#else
#define THIRD "yes"
#endif
#endif

#if UNKNOWN_NAME
#error "an unknown name is 0"
#endif
#if 'a' == 97 && 0x10 == 16 && 010 == 8 && 1 ? 1 : 0
#define FOURTH "yes"
#endif

int main(void)
{
    printf("%d %d %d\n", A, B, C);
    printf("%s %s %s %s\n", FIRST, SECOND, THIRD, FOURTH);
    EMPTY printf("%d\n" EMPTY, __LINE__ EMPTY);
    printf("%d %d\n", __STDC__, __STDC_VERSION__ >= 201112L);
#line 1000 "renamed.c"
    printf("%d %s\n", __LINE__, __FILE__);
    printf("%s\n", __func__);
#pragma anything goes
#
    return 0;
}
