/* Lesson: a block may be freed only once; the allocator sees the second time in its header. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *ticket = malloc(16);
    char *copy = ticket;

    free(ticket);
    puts("freed once");
    free(copy);
    puts("freed twice");
    return 0;
}
