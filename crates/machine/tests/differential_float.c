/* Executes every instruction of F and D on hard values: in every rounding mode, given by the
 * instruction and by frm; with and without NX raised before; with binary32 values in a box and not.
 */
#include "differential.h"

static const u64 DOUBLES[] = {
    0, 0x8000000000000000, 1, 0x800fffffffffffff, 0x0010000000000000, 0x0010000000000001,
    0x3ff0000000000000, 0xbff0000000000000, 0x3ff0000000000001, 0xbfefffffffffffff,
    0x3fe0000000000000, 0x4008000000000000, 0x3fd5555555555555, 0x400921fb54442d18,
    0xc1dfffffffe00000, 0x41e0000000000000, 0x41efffffffefffff, 0x43e0000000000000,
    0xc3e0000000000001, 0x43f0000000000000, 0x369fffffffffffff, 0x380ffffffff00000,
    0x47efffffe0000001, 0x7fefffffffffffff, 0x7ff0000000000000, 0xfff0000000000000,
    0x7ff8000000000000, 0x7ff0000000000001, 0xffffffffffffffff,
};
/* The last three are in no box, and so NaNs. */
static const u64 FLOATS[] = {
    0xffffffff00000000, 0xffffffff80000000, 0xffffffff00000001, 0xffffffff807fffff,
    0xffffffff00800000, 0xffffffff00800001, 0xffffffff3f800000, 0xffffffffbf800000,
    0xffffffff3f800001, 0xffffffffbf7fffff, 0xffffffff3f000000, 0xffffffff40400000,
    0xffffffff3eaaaaab, 0xffffffff40490fdb, 0xffffffffcf000000, 0xffffffff4effffff,
    0xffffffff4f800000, 0xffffffff5f000000, 0xffffffffdf000001, 0xffffffff5f800000,
    0xffffffff0d800001, 0xffffffff7effffff, 0xffffffff7f7fffff, 0xffffffff7f800000,
    0xffffffffff800000, 0xffffffff7fc00000, 0xffffffff7f800001, 0xffffffffffffffff,
    0x000000003f800000, 0x7fffffff3f800000, 0xfffffffe7f800001,
};
#define COUNT_OF(values) (sizeof values / sizeof values[0])

static unsigned char memory[3 * 4096];

/* Executes one instruction on ft0 to ft2 and t0: the new ft3, t1 and flags. */
#define EXECUTE(insn, a, b, c)                                                                \
    do {                                                                                      \
        u64 float_out, integer_out, flags;                                                    \
        __asm__ volatile("fmv.d.x ft0,%3\n\tfmv.d.x ft1,%4\n\tfmv.d.x ft2,%5\n\tmv t0,%3\n\t" \
                         "fmv.d.x ft3,zero\n\tli t1,0\n\tfsflags %6\n\t" insn "\n\t"          \
                         "fmv.x.d %0,ft3\n\tmv %1,t1\n\tfrflags %2"                           \
                         : "=&r"(float_out), "=&r"(integer_out), "=&r"(flags)                 \
                         : "r"(a), "r"(b), "r"(c), "r"(before)                                \
                         : "ft0", "ft1", "ft2", "ft3", "t0", "t1");                           \
        sum = mix(mix(mix(sum, float_out), integer_out), flags);                              \
    } while (0)

/* On all operands, twice: without a flag, and with NX raised. */
#define ALL_1(insn, values)                        \
    for (u64 before = 0; before < 2; before++)     \
        for (u64 i = 0; i < COUNT_OF(values); i++) \
            EXECUTE(insn, values[i], 0L, 0L)
#define ALL_2(insn, values)                            \
    for (u64 before = 0; before < 2; before++)         \
        for (u64 i = 0; i < COUNT_OF(values); i++)     \
            for (u64 j = 0; j < COUNT_OF(values); j++) \
                EXECUTE(insn, values[i], values[j], 0L)
#define ALL_3(insn, values)                                             \
    for (u64 before = 0; before < 2; before++)                          \
        for (u64 i = 0; i < COUNT_OF(values); i++)                      \
            for (u64 j = 0; j < COUNT_OF(values); j++)                  \
                for (u64 k = (i + j) % 3; k < COUNT_OF(values); k += 3) \
                    EXECUTE(insn, values[i], values[j], values[k])

/* With the mode that frm holds, and with each that the instruction can name. */
#define ROUNDED(all, name, operands, values)           \
    do {                                               \
        u64 sum = 1;                                   \
        for (u64 mode = 0; mode < 5; mode++) {         \
            __asm__ volatile("fsrm %0" : : "r"(mode)); \
            all(name " " operands, values);            \
        }                                              \
        all(name " " operands ",rne", values);         \
        all(name " " operands ",rtz", values);         \
        all(name " " operands ",rdn", values);         \
        all(name " " operands ",rup", values);         \
        __asm__ volatile("fsrm zero");                 \
        all(name " " operands ",rmm", values);         \
        record(name, sum);                             \
    } while (0)

#define EXACT(all, name, operands, values) \
    do {                                   \
        u64 sum = 1;                       \
        all(name " " operands, values);    \
        record(name, sum);                 \
    } while (0)

#define FORMAT(t, values)                                   \
    ROUNDED(ALL_2, "fadd." t, "ft3,ft0,ft1", values);       \
    ROUNDED(ALL_2, "fsub." t, "ft3,ft0,ft1", values);       \
    ROUNDED(ALL_2, "fmul." t, "ft3,ft0,ft1", values);       \
    ROUNDED(ALL_2, "fdiv." t, "ft3,ft0,ft1", values);       \
    ROUNDED(ALL_1, "fsqrt." t, "ft3,ft0", values);          \
    ROUNDED(ALL_3, "fmadd." t, "ft3,ft0,ft1,ft2", values);  \
    ROUNDED(ALL_3, "fmsub." t, "ft3,ft0,ft1,ft2", values);  \
    ROUNDED(ALL_3, "fnmadd." t, "ft3,ft0,ft1,ft2", values); \
    ROUNDED(ALL_3, "fnmsub." t, "ft3,ft0,ft1,ft2", values); \
    EXACT(ALL_2, "fmin." t, "ft3,ft0,ft1", values);         \
    EXACT(ALL_2, "fmax." t, "ft3,ft0,ft1", values);         \
    EXACT(ALL_2, "fsgnj." t, "ft3,ft0,ft1", values);        \
    EXACT(ALL_2, "fsgnjn." t, "ft3,ft0,ft1", values);       \
    EXACT(ALL_2, "fsgnjx." t, "ft3,ft0,ft1", values);       \
    EXACT(ALL_2, "feq." t, "t1,ft0,ft1", values);           \
    EXACT(ALL_2, "flt." t, "t1,ft0,ft1", values);           \
    EXACT(ALL_2, "fle." t, "t1,ft0,ft1", values);           \
    EXACT(ALL_1, "fclass." t, "t1,ft0", values);            \
    ROUNDED(ALL_1, "fcvt.w." t, "t1,ft0", values);          \
    ROUNDED(ALL_1, "fcvt.wu." t, "t1,ft0", values);         \
    ROUNDED(ALL_1, "fcvt.l." t, "t1,ft0", values);          \
    ROUNDED(ALL_1, "fcvt.lu." t, "t1,ft0", values);         \
    ROUNDED(ALL_1, "fcvt." t ".l", "ft3,t0", VALUES);       \
    ROUNDED(ALL_1, "fcvt." t ".lu", "ft3,t0", VALUES)

static void singles(void) {
    FORMAT("s", FLOATS);
    ROUNDED(ALL_1, "fcvt.s.w", "ft3,t0", VALUES);
    ROUNDED(ALL_1, "fcvt.s.wu", "ft3,t0", VALUES);
    ROUNDED(ALL_1, "fcvt.s.d", "ft3,ft0", DOUBLES);
    EXACT(ALL_1, "fmv.x.w", "t1,ft0", FLOATS);
    EXACT(ALL_1, "fmv.w.x", "ft3,t0", VALUES);
}

static void doubles(void) {
    FORMAT("d", DOUBLES);
    EXACT(ALL_1, "fcvt.d.w", "ft3,t0", VALUES);
    EXACT(ALL_1, "fcvt.d.wu", "ft3,t0", VALUES);
    EXACT(ALL_1, "fcvt.d.s", "ft3,ft0", FLOATS);
    EXACT(ALL_1, "fmv.x.d", "t1,ft0", DOUBLES);
    EXACT(ALL_1, "fmv.d.x", "ft3,t0", VALUES);
}

/* At every alignment, within a page and across two. */
#define MEMORY(store, load)                                                    \
    do {                                                                       \
        u64 sum = 1;                                                           \
        for (u64 i = 0; i < COUNT_OF(FLOATS); i++)                             \
            for (u64 offset = 4080; offset < 4112; offset++) {                 \
                u64 out;                                                       \
                __asm__ volatile("fmv.d.x ft0,%1\n\t" store " ft0,-16(%2)\n\t" \
                                 load " ft1,-16(%2)\n\tfmv.x.d %0,ft1"         \
                                 : "=&r"(out)                                  \
                                 : "r"(FLOATS[i]), "r"(memory + offset + 16)   \
                                 : "memory", "ft0", "ft1");                    \
                sum = mix(sum, out);                                           \
            }                                                                  \
        for (u64 i = 0; i < sizeof memory; i++) sum = mix(sum, memory[i]);     \
        record(store " " load, sum);                                           \
    } while (0)

static void compressed(void) {
    u64 sum = 1;
    for (u64 i = 0; i < COUNT_OF(DOUBLES); i++) {
        u64 first, second;
        register u64 base __asm__("a0") = (u64)memory;
        __asm__ volatile("fmv.d.x fa0,%2\n\tc.fsd fa0,8(a0)\n\tc.fld fa1,8(a0)\n\t"
                         "fmv.x.d %0,fa1\n\taddi sp,sp,-32\n\tc.fsdsp fa1,24(sp)\n\t"
                         "c.fldsp ft11,24(sp)\n\taddi sp,sp,32\n\tfmv.x.d %1,ft11"
                         : "=&r"(first), "=&r"(second)
                         : "r"(DOUBLES[i]), "r"(base)
                         : "memory", "fa0", "fa1", "ft11");
        sum = mix(mix(sum, first), second);
    }
    record("c.fld c.fldsp", sum);
}

/* What the instruction reads, and fcsr after it. */
#define CSR(insn, operand, constraint)                                 \
    do {                                                               \
        u64 old, after;                                                \
        __asm__ volatile(insn "\n\tfrcsr %1" : "=&r"(old), "=r"(after) \
                         : constraint(operand));                       \
        sum = mix(mix(sum, old), after);                               \
    } while (0)

#define CSR_NAMED(csr)                                   \
    do {                                                 \
        u64 sum = 1;                                     \
        for (u64 value = 0; value < 1024; value += 3) {  \
            CSR("csrrw %0," csr ",%2", value, "r");      \
            CSR("csrrs %0," csr ",%2", value >> 1, "r"); \
            CSR("csrrc %0," csr ",%2", value >> 2, "r"); \
            CSR("csrrs %0," csr ",zero", 0, "i");        \
            CSR("csrrwi %0," csr ",%2", 21, "i");        \
            CSR("csrrsi %0," csr ",%2", 10, "i");        \
            CSR("csrrci %0," csr ",%2", 7, "i");         \
        }                                                \
        record(csr, sum);                                \
        __asm__ volatile("fscsr zero");                  \
    } while (0)

static void execute(void) {
    singles();
    doubles();
    MEMORY("fsw", "flw");
    MEMORY("fsd", "fld");
    MEMORY("fsd", "flw");
    compressed();
    CSR_NAMED("fflags");
    CSR_NAMED("frm");
    CSR_NAMED("fcsr");
}
