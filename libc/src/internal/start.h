/* start.h: how a program begins and what its end must not forget. */
#ifndef CUTAWAY_START_H
#define CUTAWAY_START_H

/* Where `_start`, which the code generator emits, hands over the initial stack pointer. */
_Noreturn void __cutaway_start(long *stack);

/* The same in a program that must be prepared first. */
_Noreturn void __cutaway_prepare(long *stack);

/* What argv[0] said at the start, and that without directories. */
const char *__cutaway_program_name(void);
const char *__cutaway_short_name(void);

/*
 * What exit does first, set by atexit, and second, set by the first write to a buffered stream.
 * Null until then, so that a program without atexit and stdio carries neither.
 */
extern void (*__cutaway_run_exit_handlers)(void);
extern void (*__cutaway_flush_streams)(void);

#endif
