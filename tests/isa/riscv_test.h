/* The environment that riscv-tests' programs expect, as a process of Linux: the exit status is 0, or the number of the
   test case that failed. */
#ifndef RISCV_TEST_H
#define RISCV_TEST_H

#define TESTNUM gp

#define RVTEST_RV64U
#define RVTEST_RV64UF

#define RVTEST_CODE_BEGIN                                                              \
    .section .text.init;                                                               \
    .globl _start;                                                                     \
_start:
#define RVTEST_CODE_END

#define EXIT                                                                           \
    li a7, 93;                                                                         \
    ecall
#define RVTEST_PASS                                                                    \
    li a0, 0;                                                                          \
    EXIT
#define RVTEST_FAIL                                                                    \
    mv a0, TESTNUM;                                                                    \
    EXIT

#define RVTEST_DATA_BEGIN .balign 16;
#define RVTEST_DATA_END

#endif
