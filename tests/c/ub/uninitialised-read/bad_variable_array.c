/* C17 6.2.4p7: a variable length array is indeterminate each time that its declaration is reached. */
static int twice(int n)
{
    int found = 0;

    for (int round = 0; round < 2; round++) {
        int values[n];

        if (round == 0) {
            values[0] = 1;
        }
        found += values[0] == 12345; /* finds: uninitialised-read */
    }
    return found;
}

int main(void)
{
    return twice(3);
}
