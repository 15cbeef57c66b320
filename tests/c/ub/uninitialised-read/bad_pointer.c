/* C17 6.3.2.1p2: the pointer itself has no value. */
int main(void)
{
    int x = 0;
    int *p;

    if (p == &x) { /* finds: uninitialised-read */
        x = 1;
    }
    return 0;
}
