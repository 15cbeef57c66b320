/* C17 6.5.2.5p5: the literal lives as long as its enclosing block, here the function's. */
int main(void)
{
    int *p = (int[]){1, 2, 0};
    int n = 0;

    while (p[n] != 0) {
        n++;
    }
    return n - 2;
}
