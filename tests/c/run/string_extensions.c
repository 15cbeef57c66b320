/* POSIX, BSD and GNU: what string.h and strings.h have beyond C17 7.24. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

static void copies(void)
{
    char a[32];
    char *end;

    memset(a, '.', sizeof a - 1);
    a[31] = '\0';
    end = memccpy(a, "one,two", ',', 7);
    printf("%s %d\n", a, (int)(end - a));
    printf("%d\n", memccpy(a, "one,two", ';', 7) == NULL);
    printf("%d\n", (int)((char *)mempcpy(a, "12345", 5) - a));
    printf("%d %s\n", (int)(stpcpy(a, "abc") - a), a);
    memset(a, '.', 20);
    printf("%d %d%d%d\n", (int)(stpncpy(a, "xyz", 6) - a), a[3], a[5], a[6]);
    printf("%d\n", (int)(stpncpy(a, "xyzuvw", 4) - a));
}

static void searches(void)
{
    const char *text = "Hello, World, hello";

    printf("%s\n", (char *)memmem(text, 19, "World", 5));
    printf("%d %d\n", memmem(text, 10, "World", 5) == NULL,
           memmem(text, 19, "", 0) == (void *)text);
    printf("%s\n", (char *)memrchr(text, 'o', 15));
    printf("%d\n", memrchr(text, 'z', 15) == NULL);
    printf("%s\n", (char *)rawmemchr(text, 'W'));
    printf("%s|%s|\n", strchrnul(text, ','), strchrnul(text, '#'));
    printf("%s %d\n", strcasestr(text, "wORLD"), strcasestr(text, "word") == NULL);
    printf("%s %s\n", index(text, 'W'), rindex(text, 'h'));
}

static void fields(void)
{
    char text[] = "a,,b;c";
    char *rest = text;
    char *field;
    char words[] = "  the quick  fox ";
    char *inner;

    while ((field = strsep(&rest, ",;")) != NULL) {
        printf("[%s]", field);
    }
    for (field = strtok_r(words, " ", &inner); field != NULL; field = strtok_r(NULL, " ", &inner)) {
        printf("<%s>", field);
    }
    printf("\n");
}

static void comparisons(void)
{
    static const char *const versions[] = {"000", "00", "01", "010", "09", "0", "1", "9", "10"};

    for (int i = 0; i < 9; i++) {
        for (int j = 0; j < 9; j++) {
            printf("%c", "<=>"[sign(strverscmp(versions[i], versions[j])) + 1]);
        }
    }
    printf("\n%d %d %d %d\n", sign(strverscmp("item9", "item10")), sign(strverscmp("a1b", "a1a")),
           sign(strverscmp("1.012", "1.12")), sign(strverscmp("alpha1", "alpha001")));
    printf("%d %d %d\n", sign(strcasecmp("ABC", "abd")), strcasecmp("Same", "sAME"),
           sign(strcasecmp("ab", "a")));
    printf("%d %d %d\n", strncasecmp("ABCx", "abcy", 3), sign(strncasecmp("b", "A", 5)),
           bcmp("ab", "ab", 2));
}

static void bits(void)
{
    printf("%d %d %d %d %d\n", ffs(0), ffs(1), ffs(-2147483647 - 1), ffsl(1L << 40),
           ffsll(-8));
}

static void words(void)
{
    char room[16];

    for (int i = -1; i < 135; i++) {
        printf("%d %s\n", i, strerror(i));
    }
    printf("%s %s\n", strerror_r(1000, room, sizeof room), strerror_r(2, room, sizeof room));
    for (int i = 0; i < 67; i++) {
        printf("%d %s\n", i, strsignal(i));
    }
}

int main(void)
{
    char *copy;
    char zeros[4] = "abc";

    copies();
    searches();
    fields();
    comparisons();
    bits();
    words();
    copy = strndup("hello", 3);
    printf("%s %s\n", copy, basename("/usr/lib/libc.so"));
    free(copy);
    bzero(zeros, 2);
    bcopy("xy", zeros + 2, 1);
    printf("%d %d %c\n", zeros[0], zeros[1], zeros[2]);
    return 0;
}
