/* C17 6.7.2.1p18: a flexible array member reaches to the end of the allocation. */
#include <stdlib.h>

struct text {
    int length;
    char characters[];
};

int main(void)
{
    struct text *text = malloc(sizeof *text + 6);

    if (text == NULL) {
        return 1;
    }
    for (text->length = 0; text->length < 6; text->length++) {
        text->characters[text->length] = 'x';
    }
    free(text);
    return 0;
}
