/* Lesson: realloc may have to move an object, when its neighbour in the heap is in the way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *name = malloc(8);
    char *wall = malloc(8);
    char *longer;

    if (name == NULL || wall == NULL) {
        return 1;
    }
    strcpy(name, "Ada");
    strcpy(wall, "wall");

    longer = realloc(name, 64);
    if (longer == NULL) {
        return 1;
    }
    name = longer;
    strcat(name, " Lovelace");

    printf("%s, %s\n", name, wall);
    free(name);
    free(wall);
    return 0;
}
