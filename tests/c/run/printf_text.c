/* C17 7.21.6.1: %c %s %p %n %%, field widths, and what is returned. */
#include <stdio.h>

int main(void)
{
    char text[32];
    char raw[3] = {'r', 'a', 'w'};
    int n, m;

    printf("[%s|%10s|%-10s|%.3s|%10.2s|%-10.2s|%.0s]\n", "text", "text", "text", "text", "text",
           "text", "text");
    printf("[%c|%3c|%-3c|%%|%.3s]\n", 'a', 'b', 'c', raw);
    n = printf("%s%n%s\n", "12345", &m, "678");
    printf("%d %d\n", n, m);
    printf("%d\n", snprintf(text, sizeof text, "%s-%d", "a", 5));
    printf("%s %d\n", text, snprintf(text, 4, "abcdefgh"));
    printf("%s %d\n", text, snprintf(NULL, 0, "%d", 12345));
    printf("%d", sprintf(text, "%s", ""));
    printf(" [%s] [%p] [%p]\n", text, (void *)0, (void *)0xabc);
    fprintf(stdout, "%s", "no new line at the end");
    return 0;
}
