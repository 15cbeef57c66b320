/* A stack that runs into its guard is handled on the alternate stack; where the fault was is told. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

static sigjmp_buf back;
static char *stack;
static size_t stack_size = 65536;
static volatile int on_stack, code, same_pc, flags;
static void *fault;

static void handle(int number, siginfo_t *info, void *context) {
    char here;
    on_stack = &here >= stack && &here < stack + stack_size;
    code = info->si_code;
    fault = info->si_addr;
    ucontext_t *interrupted = context;
    same_pc = interrupted->uc_mcontext.__gregs[REG_PC] != 0;
    stack_t now;
    sigaltstack(NULL, &now);
    flags = now.ss_flags;
    siglongjmp(back, number);
}

__attribute__((noinline)) static int recurse(volatile int *above) {
    volatile int here[64];
    here[0] = *above + 1;
    return recurse(here) + here[0];
}

int main(void) {
    stack = malloc(stack_size);
    stack_t alternate = {.ss_sp = stack, .ss_size = stack_size};
    if (sigaltstack(&alternate, NULL)) return 1;
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigaction(SIGSEGV, &action, NULL);
    for (int i = 0; i < 2; i++) {
        int zero = 0;
        if (sigsetjmp(back, 1) == 0) recurse(&zero);
        printf("overflow on stack %d, pc %d, flags %d\n", on_stack, same_pc, flags);
    }
    static const int constant = 5;
    if (sigsetjmp(back, 1) == 0) *(volatile int *)&constant = 6;
    printf("read-only: code %d, address %d\n", code, fault == (void *)&constant);
    if (sigsetjmp(back, 1) == 0) *(volatile char *)16 = 6;
    printf("nothing: code %d, address %d\n", code, fault == (void *)16);
    return 0;
}
