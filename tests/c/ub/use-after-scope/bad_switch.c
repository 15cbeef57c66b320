/* C17 6.8.4p3: the body of a switch is a block. */
int main(int argc, char **argv)
{
    int *p = 0;

    (void)argv;
    switch (argc > 0) {
    case 1: {
        int x = 1;

        p = &x;
        break;
    }
    }
    return *p == 12345; /* finds: use-after-scope */
}
