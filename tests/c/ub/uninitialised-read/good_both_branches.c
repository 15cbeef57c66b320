/* C17 6.2.4p6: every way to the read stores a value. */
int main(int argc, char **argv)
{
    int x;

    (void)argv;
    if (argc > 100) {
        x = 1;
    } else {
        x = 0;
    }
    return x;
}
