/* C17 6.2.4p5: declared outside the loop, it keeps its value. */
int main(void)
{
    int x;
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        if (i == 0) {
            x = 1;
        }
        sum += x;
    }
    return sum - 3;
}
