/* An object that is larger than the stack. */
static int first(void)
{
    int table[3000000];

    table[0] = 1; /* finds: stack-overflow */
    return table[0];
}

int main(void)
{
    return first();
}
