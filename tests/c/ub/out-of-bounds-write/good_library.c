/* C17 7.24: library calls that fill their arrays exactly. */
#include <string.h>

int main(void)
{
    int a[4];
    char word[5];

    memset(a, 0, sizeof a);
    strcpy(word, "four");
    memcpy(word + 1, "ive", 4);
    return a[3] + word[4];
}
