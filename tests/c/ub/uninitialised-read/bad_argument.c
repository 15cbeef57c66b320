/* C17 6.5.2.2p4: passing a value reads it. */
static void ignore(int value)
{
    (void)value;
}

int main(void)
{
    int x;

    ignore(x); /* finds: uninitialised-read */
    return 0;
}
