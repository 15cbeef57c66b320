/* C17 7.24.2.3: the string is longer than the array; the call is the error. */
#include <string.h>

int main(void)
{
    const char *word = "overflow";
    char small[8];

    strcpy(small, word); /* finds: out-of-bounds-write */
    return small[0] - 'o';
}
