/* Lesson: an enum names the states, a switch says what leads from one to the next. */
#include <stdio.h>

enum light { RED, GREEN, YELLOW, LIGHT_COUNT };

const char *const names[LIGHT_COUNT] = {"red", "green", "yellow"};

enum light next(enum light light)
{
    switch (light) {
    case RED:
        return GREEN;
    case GREEN:
        return YELLOW;
    default:
        return RED;
    }
}

int main(void)
{
    enum light light = RED;

    for (int i = 0; i < 5; i++) {
        printf("%s\n", names[light]);
        light = next(light);
    }
    return 0;
}
