#include <stdio.h>
#include <string.h>

struct player {
    char name[20];
    int score;
};

void reset(struct player *player)
{
    memset(player, 0, sizeof(player));
}

int main(void)
{
    struct player one = {"Ada", 12};
    reset(&one);
    printf("%d\n", one.score);
    return 0;
}
