/* C17 6.2.6.1: one of four bytes is stored; the int as a whole still has no value. */
int main(void)
{
    int x;

    *(unsigned char *)&x = 1;
    return x == 0; /* finds: uninitialised-read */
}
