/* C17 6.8.4.2p7: the switch jumps past the initialiser. */
int main(int argc, char **argv)
{
    (void)argv;
    switch (argc) {
        int x = 3;
    default:
        return x > 3; /* finds: uninitialised-read */
    }
}
