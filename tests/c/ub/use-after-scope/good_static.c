/* C17 6.2.4p3: a static in a block outlives the block. */
int main(void)
{
    int *p;

    {
        static int x;

        p = &x;
    }
    return *p;
}
