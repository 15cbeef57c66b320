/* Without a library: a position-independent program looks at what the kernel has put on its stack. */
typedef unsigned long word;

/* Hidden: addressed from the program counter, since nobody relocates this program. */
extern const char __ehdr_start[] __attribute__((visibility("hidden")));
void _start(void) __attribute__((visibility("hidden")));

static long call(long number, long a, long b, long c) {
    register long a0 __asm__("a0") = a, a1 __asm__("a1") = b, a2 __asm__("a2") = c, a7 __asm__("a7") = number;
    __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a2), "r"(a7) : "memory");
    return a0;
}

static word size(const char *string) {
    word count = 0;
    while (string[count]) count++;
    return count;
}

static void tell(const char *what, int holds) {
    call(64, 1, (long)what, (long)size(what));
    call(64, 1, (long)(holds ? ": yes\n" : ": no\n"), holds ? 6 : 5);
}

void start(const word *stack) {
    word argument_count = *stack;
    const char *const *arguments = (const char *const *)(stack + 1);
    const word *at = stack + 1 + argument_count + 1;
    while (*at) at++;
    static word vector[64];
    for (at++; at[0]; at += 2)
        if (at[0] < 64) vector[at[0]] = at[1];
    tell("aligned", (word)stack % 16 == 0);
    tell("one argument", argument_count == 1 && !arguments[1]);
    tell("moved", (word)__ehdr_start != 0);
    tell("headers", vector[3] == (word)__ehdr_start + 64);
    tell("entry", vector[9] == (word)_start);
    tell("no interpreter", vector[7] == 0);
    tell("page size", vector[6] == 4096);
    tell("random bytes", vector[25] != 0);
    tell("not secure", vector[23] == 0);
    tell("ticks", vector[17] == 100);
    tell("I, M, A, F, D and C", (vector[16] & 0x112d) == 0x112d);
    tell("path", vector[31] && size((const char *)vector[31]) >= size("freestanding"));
    call(93, 5, 0, 0);
}

__asm__(".globl _start\n.hidden _start\n_start:\n mv a0, sp\n call start\n");
