/* C17 6.7.2.1p18: the flexible array has as many elements as were allocated. */
#include <stdlib.h>

struct list {
    int count;
    int items[];
};

int main(void)
{
    struct list *list = malloc(sizeof *list + 3 * sizeof(int));

    if (list == NULL) {
        return 1;
    }
    list->count = 3;
    for (int i = 0; i < list->count; i++) {
        list->items[i] = i;
    }
    free(list);
    return 0;
}
