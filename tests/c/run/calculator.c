/* A recursive-descent calculator. */
#include <ctype.h>
#include <stdio.h>

static const char *at;

static long expression(void);

static long factor(void)
{
    long n = 0;

    while (*at == ' ')
        at++;
    if (*at == '-') {
        at++;
        return -factor();
    }
    if (*at == '(') {
        at++;
        n = expression();
        at++;
    } else {
        while (isdigit((unsigned char)*at))
            n = n * 10 + (*at++ - '0');
    }
    while (*at == ' ')
        at++;
    return n;
}

static long term(void)
{
    long n = factor();

    while (*at == '*' || *at == '/' || *at == '%') {
        char op = *at++;
        long m = factor();

        n = op == '*' ? n * m : op == '/' ? n / m : n % m;
    }
    return n;
}

static long expression(void)
{
    long n = term();

    while (*at == '+' || *at == '-')
        n = *at++ == '+' ? n + term() : n - term();
    return n;
}

int main(void)
{
    const char *lines[] = {"1 + 2 * 3", "(1+2)*3", "-(4 - 10) / 2 % 2", "2*(3+(4-1)*5)", "7"};

    for (int i = 0; i < 5; i++) {
        at = lines[i];
        printf("%s = %ld\n", lines[i], expression());
    }
    return 0;
}
