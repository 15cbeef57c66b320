/* C17 6.5.6p8: a global has neighbours, too. */
int first[4];
int second[4];

int main(void)
{
    int n = 4;

    first[n] = 1; /* finds: out-of-bounds-write */
    return 0;
}
