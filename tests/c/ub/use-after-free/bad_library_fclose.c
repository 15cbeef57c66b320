/* C17 7.21.3p4: a stream is used after fclose. */
#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();

    fclose(file);
    fputs("late", file); /* finds: use-after-free */
    return 0;
}
