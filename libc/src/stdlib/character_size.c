/* character_size.c: the most bytes of a character: UTF-8's. C17 7.22p3. */
#include <stdlib.h>

size_t __cutaway_character_size_max(void)
{
    return 4;
}
