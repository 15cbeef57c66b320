/* GNU C: what `alloca` gives ends with the function that asked for it. */
#include <alloca.h>

static char *copy(char letter)
{
    char *text = alloca(2);

    text[0] = letter;
    text[1] = 0;
    return text;
}

int main(void)
{
    char *text = copy('a');

    return text[0] == 'x'; /* finds: use-after-return */
}
