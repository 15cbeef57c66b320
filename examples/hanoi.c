/* Lesson: the stack is as deep as the tower is high, however many moves it takes. */
#include <stdio.h>

int moves;

void move_tower(int height, char from, char to, char spare)
{
    if (height == 0) {
        return;
    }
    move_tower(height - 1, from, spare, to);
    moves++;
    printf("disc %d: %c to %c\n", height, from, to);
    move_tower(height - 1, spare, to, from);
}

int main(void)
{
    move_tower(3, 'A', 'C', 'B');
    printf("%d moves\n", moves);
    return 0;
}
