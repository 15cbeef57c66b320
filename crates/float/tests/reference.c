/* What RISC-V's floating-point instructions do: the oracle of `reference.rs`, under qemu-riscv64.
 *
 * The argument names an operation. Standard input holds operands, three of 16 bytes each time;
 * for each of the rounding modes 0 to 4, 16 bytes of result and 8 bytes of flags are written.
 * The operations on binary128 are those of the C library and of gcc, in software.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef unsigned long u64;
typedef union {
    float s;
    double d;
    long double q;
    u64 x;
    unsigned __int128 bits;
} value;

typedef value operation(value a, value b, value c);

#define ONE(name, insn, out, constraint, in, in_constraint)                       \
    static value name(value a, value b, value c) {                                \
        value result = {.bits = 0};                                               \
        __asm__ volatile(insn : "=" constraint(result.out) : in_constraint(a.in)); \
        return result;                                                            \
    }
#define TWO(name, insn, out, constraint, in)                                               \
    static value name(value a, value b, value c) {                                         \
        value result = {.bits = 0};                                                        \
        __asm__ volatile(insn " %0,%1,%2" : "=" constraint(result.out) : "f"(a.in), "f"(b.in)); \
        return result;                                                                     \
    }
#define THREE(name, insn, in)                                          \
    static value name(value a, value b, value c) {                     \
        value result = {.bits = 0};                                    \
        __asm__ volatile(insn " %0,%1,%2,%3"                           \
                         : "=f"(result.in)                             \
                         : "f"(a.in), "f"(b.in), "f"(c.in));           \
        return result;                                                 \
    }

#define HARD(t)                                                   \
    TWO(add_##t, "fadd." #t, t, "f", t)                           \
    TWO(sub_##t, "fsub." #t, t, "f", t)                           \
    TWO(mul_##t, "fmul." #t, t, "f", t)                           \
    TWO(div_##t, "fdiv." #t, t, "f", t)                           \
    TWO(min_##t, "fmin." #t, t, "f", t)                           \
    TWO(max_##t, "fmax." #t, t, "f", t)                           \
    TWO(eq_##t, "feq." #t, x, "r", t)                             \
    TWO(lt_##t, "flt." #t, x, "r", t)                             \
    TWO(le_##t, "fle." #t, x, "r", t)                             \
    THREE(mul_add_##t, "fmadd." #t, t)                            \
    ONE(sqrt_##t, "fsqrt." #t " %0,%1", t, "f", t, "f")           \
    ONE(classify_##t, "fclass." #t " %0,%1", x, "r", t, "f")      \
    ONE(to_i32_##t, "fcvt.w." #t " %0,%1", x, "r", t, "f")        \
    ONE(to_u32_##t, "fcvt.wu." #t " %0,%1", x, "r", t, "f")       \
    ONE(to_i64_##t, "fcvt.l." #t " %0,%1", x, "r", t, "f")        \
    ONE(to_u64_##t, "fcvt.lu." #t " %0,%1", x, "r", t, "f")       \
    ONE(from_i32_##t, "fcvt." #t ".w %0,%1", t, "f", x, "r")      \
    ONE(from_u32_##t, "fcvt." #t ".wu %0,%1", t, "f", x, "r")     \
    ONE(from_i64_##t, "fcvt." #t ".l %0,%1", t, "f", x, "r")      \
    ONE(from_u64_##t, "fcvt." #t ".lu %0,%1", t, "f", x, "r")
HARD(s)
HARD(d)
ONE(to_d_s, "fcvt.d.s %0,%1", d, "f", s, "f")
ONE(to_s_d, "fcvt.s.d %0,%1", s, "f", d, "f")

#define SOFT(name, out, expression)                      \
    static value name(value a, value b, value c) {       \
        value result = {.bits = 0};                      \
        result.out = (expression);                       \
        return result;                                   \
    }
SOFT(add_q, q, a.q + b.q)
SOFT(sub_q, q, a.q - b.q)
SOFT(mul_q, q, a.q * b.q)
SOFT(div_q, q, a.q / b.q)
SOFT(sqrt_q, q, sqrtl(a.q))
SOFT(mul_add_q, q, fmal(a.q, b.q, c.q))
SOFT(eq_q, x, a.q == b.q)
SOFT(lt_q, x, a.q < b.q)
SOFT(le_q, x, a.q <= b.q)
SOFT(to_s_q, s, (float)a.q)
SOFT(to_d_q, d, (double)a.q)
SOFT(to_q_s, q, (long double)a.s)
SOFT(to_q_d, q, (long double)a.d)
SOFT(to_i32_q, x, (u64)(long)(int)a.q)
SOFT(to_u32_q, x, (u64)(long)(int)(unsigned)a.q)
SOFT(to_i64_q, x, (u64)(long)a.q)
SOFT(to_u64_q, x, (u64)a.q)
SOFT(from_i32_q, q, (long double)(int)a.x)
SOFT(from_u32_q, q, (long double)(unsigned)a.x)
SOFT(from_i64_q, q, (long double)(long)a.x)
SOFT(from_u64_q, q, (long double)a.x)

#define ROW(name) {#name, name}
#define COMMON(t)                                                                          \
    ROW(add_##t), ROW(sub_##t), ROW(mul_##t), ROW(div_##t), ROW(sqrt_##t), ROW(mul_add_##t), \
        ROW(eq_##t), ROW(lt_##t), ROW(le_##t), ROW(to_i32_##t), ROW(to_u32_##t),           \
        ROW(to_i64_##t), ROW(to_u64_##t), ROW(from_i32_##t), ROW(from_u32_##t),            \
        ROW(from_i64_##t), ROW(from_u64_##t)
static const struct {
    const char *name;
    operation *function;
} OPERATIONS[] = {
    COMMON(s), COMMON(d), COMMON(q), ROW(min_s), ROW(max_s), ROW(classify_s), ROW(min_d),
    ROW(max_d), ROW(classify_d), ROW(to_d_s), ROW(to_s_d), ROW(to_s_q), ROW(to_d_q),
    ROW(to_q_s), ROW(to_q_d),
};

static void run(operation *function) {
    value operands[3];
    while (fread(operands, sizeof operands, 1, stdin) == 1)
        for (u64 mode = 0; mode < 5; mode++) {
            u64 flags;
            __asm__ volatile("fscsr %0" : : "r"(mode << 5));
            value result = function(operands[0], operands[1], operands[2]);
            __asm__ volatile("frflags %0\n\tfscsr zero" : "=r"(flags));
            fwrite(&result, sizeof result, 1, stdout);
            fwrite(&flags, sizeof flags, 1, stdout);
        }
}

int main(int count, char **arguments) {
    for (size_t i = 0; i < sizeof OPERATIONS / sizeof *OPERATIONS; i++)
        if (count == 2 && strcmp(OPERATIONS[i].name, arguments[1]) == 0) {
            run(OPERATIONS[i].function);
            return 0;
        }
    return 1;
}
