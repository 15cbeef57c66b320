/* C17 6.5.3.1p2: an increment reads first. */
int main(void)
{
    long count;

    count++; /* finds: uninitialised-read */
    return 0;
}
