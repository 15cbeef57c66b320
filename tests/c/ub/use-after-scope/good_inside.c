/* C17 6.2.4p6: the pointer is used while the block is active. */
int main(void)
{
    int result;

    {
        int x = 0;
        int *p = &x;

        result = *p;
    }
    return result;
}
