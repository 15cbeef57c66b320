/* Executes every instruction of Zba, Zbb and Zbs on edge values. */
#include "differential.h"

/* name rd,rs1 on all operands for which the condition holds. */
#define UNARY_IF(name, condition)                                \
    do {                                                         \
        u64 sum = 1;                                             \
        for (u64 i = 0; i < COUNT; i++) {                        \
            u64 out;                                             \
            if (!(condition)) continue;                          \
            __asm__(name " %0,%1" : "=r"(out) : "r"(VALUES[i])); \
            sum = mix(sum, out);                                 \
        }                                                        \
        record(name, sum);                                       \
    } while (0)

#define UNARY(name) UNARY_IF(name, 1)

/* qemu before 8.0 counts on in the upper half when the lower one is zero. */
#define IS_IN_LOW_HALF (VALUES[i] == 0 || VALUES[i] << 32 != 0)

static void execute(void) {
    REGISTER("add.uw"); REGISTER("sh1add"); REGISTER("sh2add"); REGISTER("sh3add");
    REGISTER("sh1add.uw"); REGISTER("sh2add.uw"); REGISTER("sh3add.uw");
    IMMEDIATE("slli.uw", "0", "1", "32", "63");
    REGISTER("andn"); REGISTER("orn"); REGISTER("xnor");
    UNARY("clz"); UNARY("clzw"); UNARY("ctz"); UNARY_IF("ctzw", IS_IN_LOW_HALF);
    UNARY("cpop"); UNARY("cpopw");
    REGISTER("max"); REGISTER("maxu"); REGISTER("min"); REGISTER("minu");
    UNARY("sext.b"); UNARY("sext.h"); UNARY("zext.h");
    REGISTER("rol"); REGISTER("rolw"); REGISTER("ror"); REGISTER("rorw");
    IMMEDIATE("rori", "0", "1", "32", "63");
    IMMEDIATE("roriw", "0", "1", "15", "31");
    UNARY("orc.b"); UNARY("rev8");
    REGISTER("bclr"); REGISTER("bext"); REGISTER("binv"); REGISTER("bset");
    IMMEDIATE("bclri", "0", "1", "32", "63");
    IMMEDIATE("bexti", "0", "1", "32", "63");
    IMMEDIATE("binvi", "0", "1", "32", "63");
    IMMEDIATE("bseti", "0", "1", "32", "63");
}
