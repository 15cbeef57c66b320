/* C17 6.5.6p8: a static array is no wider. */
static void put(unsigned int at)
{
    static char slots[8];

    slots[at] = 1; /* finds: out-of-bounds-write */
}

int main(void)
{
    put(7);
    put(8);
    return 0;
}
