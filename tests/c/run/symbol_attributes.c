/* Attributes of GNU C about symbols: weak, alias, section, asm names; and pragmas that do the same. */
#include <stdio.h>

int strong(void) { return 1; }
int nick(void) __attribute__((alias("strong")));
int nick_of_nick(void) __attribute__((alias("nick")));
static int hidden_nick(void) __attribute__((alias("strong")));

extern int gone(void) __attribute__((weak));
extern int missing __attribute__((weak));
__attribute__((weak)) int maybe(void) { return 10; }

#pragma weak also
int also(void) { return 3; }
#pragma weak another = strong
int another(void);

int renamed(int) __asm__("other_name");
int other_name(int x) { return x * 2; }
static int kept __asm__("kept_under_this_name") = 6;

int value = 5;
extern int same_value __attribute__((alias("value")));

__attribute__((section("table"))) int one = 1;
__attribute__((section("table"))) int two = 2;
extern int __start_table[], __stop_table[];
__attribute__((section(".text.special"), noinline)) int special(void) { return 77; }
static const char note[] __attribute__((section(".rodata.note"), used)) = "note";

int main(void)
{
    printf("%d %d %d %d\n", strong(), nick(), nick_of_nick(), hidden_nick());
    printf("%d %d\n", gone != 0, &missing != 0);
    if (gone) {
        printf("%d\n", gone());
    }
    printf("%d %d %d %d %d\n", maybe(), also(), another(), renamed(4), kept);
    same_value++;
    printf("%d %d\n", value, &same_value == &value);
    int sum = 0;
    for (int *next = __start_table; next < __stop_table; next++) {
        sum += *next;
    }
    printf("%d %d %d %s\n", (int)(__stop_table - __start_table), sum, special(), note);
    return 0;
}
