/* C17 6.3.2.1p2: a local is read before anything is stored in it. */
int main(void)
{
    int x;

    return x != 0; /* finds: uninitialised-read */
}
