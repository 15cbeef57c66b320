/*
 * machine.h: what the code generator does in place of a call, recognised by name.
 *
 * These are declared like functions and called like functions, but no function of that name exists:
 * each becomes one instruction where it is called. Their addresses cannot be taken.
 */
#ifndef CUTAWAY_MACHINE_H
#define CUTAWAY_MACHINE_H

/*
 * Asks the system: one `ecall` with the number in a7 and the arguments in a0 to a5. The result is
 * what Linux gives, or minus an errno number from -4095 to -1. Arguments not needed are 0.
 */
long __cutaway_syscall(long number, long a, long b, long c, long d, long e, long f);

/*
 * An object of allocated storage duration is born: `size` bytes at `start`. Its bytes become
 * indeterminate, though what they hold stays. Returns `start` as a pointer to the new object: only
 * through the result may its user reach it. C17 7.22.3p1, 6.2.4p2.
 *
 * Like the two below, on real hardware this is a `nop`, with a row in the access table, that gives
 * back its first argument.
 */
void *__cutaway_born(void *start, unsigned long size);

/*
 * The object at `start` now has `size` bytes: the old object dies, and the new one at the same
 * place keeps the bytes that they share. Returns `start` as a pointer to the new one. C17 7.22.3.5.
 */
void *__cutaway_resized(void *start, unsigned long size);

/* The object at `start` is freed: its lifetime ends, its bytes stay as garbage. C17 7.22.3.3. */
void __cutaway_died(void *start);

#endif
