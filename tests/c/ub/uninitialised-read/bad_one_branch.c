/* C17 6.2.4p6: only the branch not taken stores a value. */
int main(int argc, char **argv)
{
    int x;

    (void)argv;
    if (argc > 100) {
        x = 1;
    }
    return x > 0; /* finds: uninitialised-read */
}
