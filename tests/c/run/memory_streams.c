/* POSIX: streams on arrays, and formatted output to arrays that grow. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void growing(void)
{
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);

    fflush(stream);
    printf("[%s] %zu\n", text, size);
    fprintf(stream, "%s %d", "hello", 42);
    fflush(stream);
    printf("[%s] %zu\n", text, size);
    for (int i = 0; i < 3000; i++) {
        fputc('a' + i % 26, stream);
    }
    fclose(stream);
    printf("%.12s %zu\n", text, size);
    free(text);
}

static void fixed(void)
{
    char room[16] = "12 34 five";
    FILE *stream = fmemopen(room, strlen(room), "r");
    int a = 0;
    int b = 0;
    char word[8];

    printf("%d", fscanf(stream, "%d %d %7s", &a, &b, word));
    printf(" %d %d %s %d\n", a, b, word, fgetc(stream));
    fclose(stream);
    stream = fmemopen(room, sizeof room, "w");
    fprintf(stream, "new %d", 7);
    fclose(stream);
    printf("%s\n", room);
    stream = fmemopen(room, sizeof room, "a");
    fputs("+", stream);
    fclose(stream);
    printf("%s\n", room);
    stream = fmemopen(NULL, 32, "w+");
    fputs("inside", stream);
    rewind(stream);
    printf("%c", fgetc(stream));
    printf("%c\n", fgetc(stream));
    fclose(stream);
}

int main(void)
{
    char *text;

    growing();
    fixed();
    printf("%d", asprintf(&text, "%s-%05d", "x", 42));
    printf(" %s\n", text);
    free(text);
    errno = 0;
    printf("%d", fileno(fmemopen(NULL, 8, "w")));
    printf(" %s\n", strerror(errno));
    return 0;
}
