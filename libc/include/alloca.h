/*
 * alloca.h: memory that is there until the function that asked for it returns. Not in C17; as in glibc.
 */
#ifndef CUTAWAY_ALLOCA_H
#define CUTAWAY_ALLOCA_H

#define alloca(size) __builtin_alloca(size)

#endif
