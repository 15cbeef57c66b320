/* isalpha.c: a letter? C17 7.4.1.2. */
#include <ctype.h>

int isalpha(int c)
{
    return isupper(c) || islower(c);
}
