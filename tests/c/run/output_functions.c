/* C17 7.21.7, 7.21.8: the ways to write. */
#include <stdio.h>

int main(void)
{
    const int numbers[] = {0x64636261, 0x0a656667};

    putchar('a');
    putc('b', stdout);
    fputc('c' + 256, stdout);
    fputs("def\n", stdout);
    puts("ghi");
    printf("%zu\n", fwrite("jkl\n", 1, 4, stdout));
    fwrite(numbers, sizeof *numbers, 2, stdout);
    printf("%d %d\n", putchar('\n'), fflush(stdout));
    for (int i = 0; i < 300; i++)
        printf("%d%s", i, i % 20 == 19 ? "\n" : ",");
    fflush(NULL);
    return 0;
}
