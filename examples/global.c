/* Lesson: globals live in data or bss, not on the stack, from the first instruction to the last. */
#include <stdio.h>

int lives = 3;
int score;
const int prize = 100;

void hit(void)
{
    lives--;
}

void win(void)
{
    score += prize;
}

int main(void)
{
    hit();
    win();
    win();
    printf("lives = %d, score = %d\n", lives, score);
    return 0;
}
