/* C17 6.2.4p7: a variable length array ends with the block that it is declared in. */
static int outside(int n)
{
    int *kept;

    {
        int values[n];

        values[0] = 1;
        kept = values;
    }
    return *kept == 12345; /* finds: use-after-scope */
}

int main(void)
{
    return outside(3);
}
