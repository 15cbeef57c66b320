/* C17 6.5.2.2p11: the tower of Hanoi. */
#include <stdio.h>

static int pegs[3][8], heights[3], moves;

static void hanoi(int n, int from, int to, int spare)
{
    if (n == 0)
        return;
    hanoi(n - 1, from, spare, to);
    pegs[to][heights[to]++] = pegs[from][--heights[from]];
    moves++;
    hanoi(n - 1, spare, to, from);
}

int main(void)
{
    for (int i = 0; i < 7; i++)
        pegs[0][i] = 7 - i;
    heights[0] = 7;
    hanoi(7, 0, 2, 1);
    printf("%d moves:", moves);
    for (int i = 0; i < heights[2]; i++)
        printf(" %d", pegs[2][i]);
    puts("");
    return 0;
}
