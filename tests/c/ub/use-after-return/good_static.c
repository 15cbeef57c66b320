/* C17 6.2.4p3: a static local lives as long as the program. */
static int *counter(void)
{
    static int count;

    count++;
    return &count;
}

int main(void)
{
    int *p = counter();

    counter();
    *p -= 2;
    return *p;
}
