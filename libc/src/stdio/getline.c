/* getline.c: read a line, in a buffer that grows as it must. POSIX. */
#include <stdio.h>

ssize_t getline(char **restrict line, size_t *restrict capacity, FILE *restrict stream)
{
    return getdelim(line, capacity, '\n', stream);
}
