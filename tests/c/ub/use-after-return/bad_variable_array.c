/* C17 6.2.4p7: a variable length array ends with its function at the latest. */
static int *kept;

static void keep(int n)
{
    int values[n];

    values[0] = 1;
    kept = values;
}

int main(void)
{
    keep(3);
    return *kept == 12345; /* finds: use-after-return */
}
