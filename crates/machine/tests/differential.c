/* Executes every integer instruction on edge values. Built with -march=rv64ima or rv64imac. */
#include "differential.h"

static unsigned char memory[3 * 4096];

#define BRANCH(name)                                                  \
    do {                                                              \
        u64 sum = 1;                                                  \
        for (u64 i = 0; i < COUNT; i++)                               \
            for (u64 j = 0; j < COUNT; j++) {                         \
                u64 out;                                              \
                __asm__("li %0,1\n\t" name " %1,%2,1f\n\tli %0,0\n1:" \
                        : "=&r"(out)                                  \
                        : "r"(VALUES[i]), "r"(VALUES[j]));            \
                sum = mix(sum, out);                                  \
            }                                                         \
        record(name, sum);                                            \
    } while (0)

#define MEMORY(store, load)                                                          \
    do {                                                                             \
        u64 sum = 1;                                                                 \
        for (u64 i = 0; i < COUNT; i++)                                              \
            for (u64 offset = 4080; offset < 4112; offset++) {                       \
                u64 out;                                                             \
                __asm__ volatile(store " %1,0(%2)\n\t" load " %0,0(%2)"              \
                                 : "=&r"(out)                                        \
                                 : "r"(VALUES[i]), "r"(memory + offset) : "memory"); \
                sum = mix(sum, out);                                                 \
            }                                                                        \
        for (u64 i = 0; i < sizeof memory; i++) sum = mix(sum, memory[i]);           \
        record(store " " load, sum);                                                 \
    } while (0)

#define ATOMIC(name)                                                      \
    do {                                                                  \
        u64 sum = 1;                                                      \
        for (u64 i = 0; i < COUNT; i++)                                   \
            for (u64 j = 0; j < COUNT; j++) {                             \
                u64 out, cell[2] = {VALUES[i], VALUES[i]};                \
                __asm__ volatile(name " %0,%1,(%2)"                       \
                                 : "=&r"(out)                             \
                                 : "r"(VALUES[j]), "r"(cell) : "memory"); \
                sum = mix(mix(mix(sum, out), cell[0]), cell[1]);          \
            }                                                             \
        record(name, sum);                                                \
    } while (0)

/* A reservation serves one store, and only where it was made. */
#define RESERVED(suffix, order)                                                              \
    do {                                                                                     \
        u64 out, first, second, third, cell[2] = {0xfedcba9876543210, 0x0123456789abcdef};   \
        __asm__ volatile("lr." suffix order " %0,(%4)\n\tsc." suffix order " %1,%5,(%4)\n\t" \
                         "sc." suffix order " %2,%5,(%4)\n\tlr." suffix order " %0,(%4)\n\t" \
                         "sc." suffix order " %3,%5,(%6)"                                    \
                         : "=&r"(out), "=&r"(first), "=&r"(second), "=&r"(third)             \
                         : "r"(cell), "r"(0x1122334455667788), "r"(cell + 1) : "memory");    \
        u64 sum = mix(mix(mix(1, out), first), second != 0);                                 \
        record("lr." suffix order, mix(mix(mix(sum, third != 0), cell[0]), cell[1]));        \
    } while (0)

static u64 calls(u64 depth, u64 (*next)(u64)) {
    return depth < 2 ? next(depth) : calls(depth - 1, next) + calls(depth - 2, next);
}

static u64 twice(u64 value) {
    return value * 2 + 1;
}

static void registers(void) {
    REGISTER("add"); REGISTER("sub"); REGISTER("sll"); REGISTER("slt"); REGISTER("sltu");
    REGISTER("xor"); REGISTER("srl"); REGISTER("sra"); REGISTER("or"); REGISTER("and");
    REGISTER("addw"); REGISTER("subw"); REGISTER("sllw"); REGISTER("srlw"); REGISTER("sraw");
    REGISTER("mul"); REGISTER("mulh"); REGISTER("mulhsu"); REGISTER("mulhu"); REGISTER("div");
    REGISTER("divu"); REGISTER("rem"); REGISTER("remu"); REGISTER("mulw"); REGISTER("divw");
    REGISTER("divuw"); REGISTER("remw"); REGISTER("remuw");
}

static void immediates(void) {
    IMMEDIATE("addi", "-2048", "-1", "1", "2047");
    IMMEDIATE("slti", "-2048", "-1", "1", "2047");
    IMMEDIATE("sltiu", "-2048", "-1", "1", "2047");
    IMMEDIATE("xori", "-2048", "-1", "1", "2047");
    IMMEDIATE("ori", "-2048", "-1", "1", "2047");
    IMMEDIATE("andi", "-2048", "-1", "1", "2047");
    IMMEDIATE("addiw", "-2048", "-1", "1", "2047");
    IMMEDIATE("slli", "0", "1", "32", "63");
    IMMEDIATE("srli", "0", "1", "32", "63");
    IMMEDIATE("srai", "0", "1", "32", "63");
    IMMEDIATE("slliw", "0", "1", "15", "31");
    IMMEDIATE("srliw", "0", "1", "15", "31");
    IMMEDIATE("sraiw", "0", "1", "15", "31");
}

static void branches_and_memory(void) {
    BRANCH("beq"); BRANCH("bne"); BRANCH("blt");
    BRANCH("bge"); BRANCH("bltu"); BRANCH("bgeu");
    MEMORY("sb", "lb");
    MEMORY("sb", "lbu");
    MEMORY("sh", "lh");
    MEMORY("sh", "lhu");
    MEMORY("sw", "lw");
    MEMORY("sw", "lwu");
    MEMORY("sd", "ld");
}

static void atomics(void) {
    ATOMIC("amoswap.w"); ATOMIC("amoadd.w"); ATOMIC("amoxor.w");
    ATOMIC("amoand.w"); ATOMIC("amoor.w"); ATOMIC("amomin.w");
    ATOMIC("amomax.w"); ATOMIC("amominu.w"); ATOMIC("amomaxu.w");
    ATOMIC("amoswap.d"); ATOMIC("amoadd.d"); ATOMIC("amoxor.d");
    ATOMIC("amoand.d"); ATOMIC("amoor.d"); ATOMIC("amomin.d");
    ATOMIC("amomax.d"); ATOMIC("amominu.d"); ATOMIC("amomaxu.d");
    ATOMIC("amoadd.w.aq"); ATOMIC("amoswap.d.rl"); ATOMIC("amomax.d.aqrl");
    RESERVED("w", "");
    RESERVED("d", "");
    RESERVED("w", ".aqrl");
    RESERVED("d", ".aqrl");
}

static void execute(void) {
    registers();
    immediates();
    branches_and_memory();
    atomics();
    record("call", calls(12, twice));
}
