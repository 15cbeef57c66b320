/* C17 6.5.2.2p11: recursion, direct and mutual. */
#include <stdio.h>

static int is_odd(int n);

static int is_even(int n)
{
    return n == 0 ? 1 : is_odd(n - 1);
}

static int is_odd(int n)
{
    return n == 0 ? 0 : is_even(n - 1);
}

static int ackermann(int m, int n)
{
    if (m == 0)
        return n + 1;
    if (n == 0)
        return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

static long fibonacci(int n)
{
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int gcd(int a, int b)
{
    return b ? gcd(b, a % b) : a;
}

int main(void)
{
    printf("%d %d\n", is_even(10), is_odd(10));
    printf("%d %d %d\n", ackermann(1, 5), ackermann(2, 3), ackermann(3, 3));
    printf("%ld %d\n", fibonacci(15), gcd(1071, 462));
    return 0;
}
