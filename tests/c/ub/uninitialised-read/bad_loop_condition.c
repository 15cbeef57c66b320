/* C17 6.8.5p4: the controlling expression reads it. */
int main(void)
{
    unsigned int n;

    while (n > 4294967294U) { /* finds: uninitialised-read */
        n--;
    }
    return 0;
}
