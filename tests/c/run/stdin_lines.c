/* C17 7.21.7: reading an empty input. */
#include <stdio.h>

int main(void)
{
    char line[10];
    int c = getchar();

    printf("%d %d %d\n", c == EOF, feof(stdin) != 0, ferror(stdin) != 0);
    printf("%d\n", fgets(line, sizeof line, stdin) == NULL);
    clearerr(stdin);
    printf("%d\n", feof(stdin));
    printf("%d\n", ungetc('x', stdin) == 'x' && getchar() == 'x');
    return 0;
}
