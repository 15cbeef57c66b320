/* Executes every integer instruction on edge values and writes a checksum per instruction.
 *
 * Freestanding: the same binary runs under qemu-riscv64 and on our machine, and the bytes that it
 * writes must agree. Built with -march=rv64ima or rv64imac.
 */
typedef unsigned long u64;

static const u64 VALUES[] = {
    0, 1, 2, 3, 7, 31, 32, 63, 64, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff,
    0x80000000, 0xffffffff, 0x100000000, 0x7fffffffffffffff, 0x8000000000000000,
    0x8000000000000001, 0xffffffff80000000, 0xffffffff7fffffff, -1UL, -2UL, -3UL, -64UL,
    0x123456789abcdef0, 0xfedcba9876543210,
};
#define COUNT (sizeof VALUES / sizeof VALUES[0])

static u64 sums[128];
static int sum_count;
static unsigned char memory[3 * 4096];

static u64 mix(u64 sum, u64 value) {
    return (sum ^ value) * 0x9e3779b97f4a7c15 + (sum >> 29);
}

#define REGISTER(name)                                                                 \
    do {                                                                               \
        u64 sum = 1;                                                                   \
        for (u64 i = 0; i < COUNT; i++)                                                \
            for (u64 j = 0; j < COUNT; j++) {                                          \
                u64 out;                                                               \
                __asm__(name " %0,%1,%2" : "=r"(out) : "r"(VALUES[i]), "r"(VALUES[j])); \
                sum = mix(sum, out);                                                   \
            }                                                                          \
        sums[sum_count++] = sum;                                                       \
    } while (0)

#define ONE_IMMEDIATE(name, imm)                                          \
    __asm__(name " %0,%1," imm : "=r"(out) : "r"(VALUES[i])); \
    sum = mix(sum, out)

#define IMMEDIATE(name, a, b, c, d)               \
    do {                                          \
        u64 sum = 1, out;                         \
        for (u64 i = 0; i < COUNT; i++) {         \
            ONE_IMMEDIATE(name, a);               \
            ONE_IMMEDIATE(name, b);               \
            ONE_IMMEDIATE(name, c);               \
            ONE_IMMEDIATE(name, d);               \
        }                                         \
        sums[sum_count++] = sum;                  \
    } while (0)

#define BRANCH(name)                                                          \
    do {                                                                      \
        u64 sum = 1;                                                          \
        for (u64 i = 0; i < COUNT; i++)                                       \
            for (u64 j = 0; j < COUNT; j++) {                                 \
                u64 out;                                                      \
                __asm__("li %0,1\n\t" name " %1,%2,1f\n\tli %0,0\n1:"         \
                        : "=&r"(out)                                          \
                        : "r"(VALUES[i]), "r"(VALUES[j]));                    \
                sum = mix(sum, out);                                          \
            }                                                                 \
        sums[sum_count++] = sum;                                              \
    } while (0)

#define MEMORY(store, load)                                                               \
    do {                                                                                  \
        u64 sum = 1;                                                                      \
        for (u64 i = 0; i < COUNT; i++)                                                   \
            for (u64 offset = 4080; offset < 4112; offset++) {                            \
                u64 out;                                                                  \
                __asm__ volatile(store " %1,0(%2)\n\t" load " %0,0(%2)"                   \
                                 : "=&r"(out)                                             \
                                 : "r"(VALUES[i]), "r"(memory + offset) : "memory");      \
                sum = mix(sum, out);                                                      \
            }                                                                             \
        for (u64 i = 0; i < sizeof memory; i++) sum = mix(sum, memory[i]);                \
        sums[sum_count++] = sum;                                                          \
    } while (0)

#define ATOMIC(name)                                                                      \
    do {                                                                                  \
        u64 sum = 1;                                                                      \
        for (u64 i = 0; i < COUNT; i++)                                                   \
            for (u64 j = 0; j < COUNT; j++) {                                             \
                u64 out, cell[2] = {VALUES[i], VALUES[i]};                                \
                __asm__ volatile(name " %0,%1,(%2)"                                       \
                                 : "=&r"(out)                                             \
                                 : "r"(VALUES[j]), "r"(cell) : "memory");                 \
                sum = mix(mix(mix(sum, out), cell[0]), cell[1]);                          \
            }                                                                             \
        sums[sum_count++] = sum;                                                          \
    } while (0)

#define RESERVED(suffix)                                                                  \
    do {                                                                                  \
        u64 out, first, second, cell = 0xfedcba9876543210;                                \
        __asm__ volatile("lr." suffix " %0,(%3)\n\tsc." suffix " %1,%4,(%3)\n\t"          \
                         "sc." suffix " %2,%4,(%3)"                                       \
                         : "=&r"(out), "=&r"(first), "=&r"(second)                        \
                         : "r"(&cell), "r"(0x1122334455667788) : "memory");               \
        sums[sum_count++] = mix(mix(mix(mix(1, out), first), second != 0), cell);         \
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
    RESERVED("w");
    RESERVED("d");
}

static long system_call(long number, long a, long b, long c) {
    register long a0 __asm__("a0") = a, a1 __asm__("a1") = b, a2 __asm__("a2") = c;
    register long a7 __asm__("a7") = number;
    __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a2), "r"(a7) : "memory");
    return a0;
}

void program(void) {
    registers();
    immediates();
    branches_and_memory();
    atomics();
    sums[sum_count++] = calls(12, twice);
    system_call(64, 1, (long)sums, sum_count * 8);
    system_call(93, sum_count, 0, 0);
}

__asm__(".globl _start\n_start:\n\t.option push\n\t.option norelax\n\tla gp,__global_pointer$\n\t"
        ".option pop\n\tcall program");
