/* C17 6.5.6p8: strlcpy is told of more room than there is. */
#define _GNU_SOURCE
#include <string.h>

int main(void)
{
    char word[6];

    strlcpy(word, "longer than that", sizeof word + 4); /* finds: out-of-bounds-write */
    return word[0];
}
