/* RISC-V psABI "Integer Calling Convention": structs of 1 to 40 bytes as arguments and results. */
#include <stdio.h>

#define DEFINE(n)                                                     \
    struct s##n {                                                     \
        unsigned char b[n];                                           \
    };                                                                \
    static struct s##n make##n(int seed)                              \
    {                                                                 \
        struct s##n s;                                                \
        for (int i = 0; i < n; i++)                                   \
            s.b[i] = (unsigned char)(seed + i);                       \
        return s;                                                     \
    }                                                                 \
    static int sum##n(int before, struct s##n s, int after)           \
    {                                                                 \
        int sum = before * 1000 + after;                              \
        for (int i = 0; i < n; i++)                                   \
            sum += s.b[i] * (i + 1);                                  \
        s.b[0] = 0;                                                   \
        return sum;                                                   \
    }

#define SHOW(n)                                                       \
    {                                                                 \
        struct s##n s = make##n(n);                                   \
        int once = sum##n(1, s, 2);                                   \
        printf("%d: %d %d %d\n", n, once, sum##n(3, make##n(7), 4), s.b[0]); \
    }

#define EACH(DO)                                                      \
    DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10)      \
    DO(11) DO(12) DO(13) DO(14) DO(15) DO(16) DO(17) DO(18) DO(19) DO(20) \
    DO(21) DO(22) DO(23) DO(24) DO(25) DO(26) DO(27) DO(28) DO(29) DO(30) \
    DO(31) DO(32) DO(33) DO(34) DO(35) DO(36) DO(37) DO(38) DO(39) DO(40)

EACH(DEFINE)

int main(void)
{
    EACH(SHOW)
    return 0;
}
