/* C17 6.3.1.3: conversion to a narrower type keeps the low bits. */
#include <stdio.h>

static void all(long v)
{
    printf("%ld: %d %d %d %d %d %d %u %lu %d\n", v, (signed char)v, (unsigned char)v, (char)v,
           (short)v, (unsigned short)v, (int)v, (unsigned int)v, (unsigned long)v, (_Bool)v);
}

int main(void)
{
    long values[] = {0, 1, -1, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536,
                     2147483647, 2147483648, 4294967295, 4294967296, -2147483648, -2147483649,
                     0x7fffffffffffffff, 0x123456789abcdef0};

    for (unsigned i = 0; i < sizeof values / sizeof values[0]; i++) {
        all(values[i]);
    }
    return 0;
}
