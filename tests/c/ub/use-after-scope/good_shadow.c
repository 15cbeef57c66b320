/* C17 6.2.1p4: it was the outer x whose address was taken. */
int main(void)
{
    int x = 0;
    int *p = &x;

    {
        int x = 5;

        (void)x;
    }
    return *p;
}
