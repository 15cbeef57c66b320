/* C17 6.3.2.1p2: a copy into another object is a read, too. */
int main(void)
{
    int x;
    int y = x; /* finds: uninitialised-read */

    (void)&y;
    return 0;
}
