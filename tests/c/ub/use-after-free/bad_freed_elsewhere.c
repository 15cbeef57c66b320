/* C17 6.2.4p2: a function freed it on the way. */
#include <stdlib.h>

static void consume(char *text)
{
    free(text);
}

int main(void)
{
    char *text = malloc(4);

    if (text == NULL) {
        return 1;
    }
    text[0] = 'a';
    consume(text);
    text[0] = 'b'; /* finds: use-after-free */
    return 0;
}
