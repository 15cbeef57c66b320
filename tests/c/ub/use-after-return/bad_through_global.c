/* C17 6.2.4p2: the pointer was left in a global. */
int *leftover;

static void leave(void)
{
    int x = 1;

    leftover = &x;
}

int main(void)
{
    leave();
    *leftover = 2; /* finds: use-after-return */
    return 0;
}
