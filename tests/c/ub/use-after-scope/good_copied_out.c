/* C17 6.8.6.3: the value leaves the block, not the pointer. */
int main(void)
{
    int value = 1;

    for (;;) {
        int x = 0;
        int *p = &x;

        value = *p;
        break;
    }
    return value;
}
