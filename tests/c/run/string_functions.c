/* C17 7.24: string functions. */
#include <stdio.h>
#include <string.h>

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

int main(void)
{
    char a[32] = "hello", b[32];
    char tokens[] = "  one, two,,three ";

    printf("%zu %zu\n", strlen(a), strlen(""));
    strcpy(b, a);
    strcat(b, ", world");
    strncat(b, "!!!!", 2);
    puts(b);
    memset(a, 'x', sizeof a);
    strncpy(a, "ab", 5);
    printf("%s %d %c\n", a, a[4], a[5]);
    strncpy(a, "abcdef", 3);
    printf("%c%c%c %d\n", a[0], a[1], a[2], a[3]);
    printf("%d %d %d %d\n", sign(strcmp("a", "b")), sign(strcmp("b", "a")), strcmp("a", "a"),
           sign(strcmp("ab", "a")));
    printf("%d %d %d\n", sign(strncmp("abc", "abd", 2)), sign(strncmp("abc", "abd", 3)),
           sign(strcmp("\xff", "a")));
    printf("%s %s %d %d\n", strchr(b, 'o'), strrchr(b, 'o'), strchr(b, 'z') == NULL,
           *strchr(b, 0));
    printf("%s %d %s\n", strstr(b, "wor"), strstr(b, "word") == NULL, strstr(b, ""));
    printf("%zu %zu %s\n", strspn("aabbc", "ab"), strcspn("aabbc", "c"), strpbrk("key=val", "=:"));
    for (char *t = strtok(tokens, " ,"); t; t = strtok(NULL, " ,"))
        printf("<%s>", t);
    puts("");
    printf("%s\n", strerror(2));
    return 0;
}
