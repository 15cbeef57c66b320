/* shell.h: commands of the shell, for system and popen. */
#ifndef CUTAWAY_SHELL_H
#define CUTAWAY_SHELL_H

/* What the shell's absence is like: as if its status were this. POSIX system. */
enum { SHELL_MISSING = 127 };

/* Becomes the shell that executes the command; without a shell, ends the process. */
_Noreturn void __cutaway_become_shell(const char *command);

#endif
