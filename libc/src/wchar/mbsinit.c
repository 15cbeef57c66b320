/* mbsinit.c: whether a state is between two characters. C17 7.29.6.2.1. */
#include <wchar.h>

int mbsinit(const mbstate_t *state)
{
    return state == NULL || (state->__missing == 0 && state->__value == 0);
}
