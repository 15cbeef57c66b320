/* C17 7.22.3: calloc, realloc, aligned_alloc and their corner cases. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    int *zeros = calloc(100, sizeof *zeros), sum = 0;
    char *text = realloc(NULL, 6);
    char *empty = malloc(0);
    long *aligned = aligned_alloc(256, 512);
    void *huge = malloc(SIZE_MAX / 4);
    volatile size_t half = SIZE_MAX / 2;

    for (int i = 0; i < 100; i++)
        sum += zeros[i];
    strcpy(text, "hello");
    text = realloc(text, 10000);
    strcat(text, " world");
    printf("%d %s\n", sum, text);
    text = realloc(text, 6);
    text[5] = 0;
    printf("%s %d %d\n", text, (int)((uintptr_t)aligned % 256), huge == NULL);
    printf("%d\n", calloc(half, 4) == NULL);
    free(zeros);
    free(text);
    free(empty);
    free(aligned);
    free(NULL);
    return 0;
}
