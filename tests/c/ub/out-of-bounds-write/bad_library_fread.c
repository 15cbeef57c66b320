/* C17 7.21.8.1: fread is told of more elements than there are. */
#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();
    int numbers[4] = {1, 2, 3, 4};

    fwrite(numbers, sizeof numbers[0], 4, file);
    fwrite(numbers, sizeof numbers[0], 4, file);
    rewind(file);
    fread(numbers, sizeof numbers[0], 5, file); /* finds: out-of-bounds-write */
    fclose(file);
    return 0;
}
