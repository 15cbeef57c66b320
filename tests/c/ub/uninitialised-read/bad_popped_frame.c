/* C17 6.2.4p6: the garbage of another function looks like a value. */
static void leave(void)
{
    int left = 1234;

    (void)&left;
}

static int find(void)
{
    int found;

    return found == 1234; /* finds: uninitialised-read */
}

int main(void)
{
    leave();
    return find() - find();
}
