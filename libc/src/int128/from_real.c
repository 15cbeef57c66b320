/*
 * from_real.c: from float and double to integers of 128 bits, the fraction discarded, under the names that
 * compilers call (GCC internals, "Soft float library routines"). C17 6.3.1.4p1. Every step is exact.
 */

unsigned __int128 __fixunsdfti(double number)
{
    unsigned long high = (unsigned long)(number * 0x1p-64);
    unsigned long low = (unsigned long)(number - (double)high * 0x1p64);

    return (unsigned __int128)high << 64 | low;
}

__int128 __fixdfti(double number)
{
    return (__int128)(number < 0 ? -__fixunsdfti(-number) : __fixunsdfti(number));
}

unsigned __int128 __fixunssfti(float number)
{
    return __fixunsdfti(number);
}

__int128 __fixsfti(float number)
{
    return __fixdfti(number);
}
