/* GNU C: `alloca` gives as many bytes as it is asked for. */
#include <alloca.h>
#include <string.h>

int main(void)
{
    char *copy = alloca(strlen("hello"));

    strcpy(copy, "hello"); /* finds: out-of-bounds-write */
    return copy[0] == 'x';
}
