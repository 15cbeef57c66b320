/* C17 6.5.2.5p5: a compound literal ends with the block that it is in. */
int main(void)
{
    int *p;

    {
        p = (int[]){1, 2, 3};
    }
    return p[1] == 12345; /* finds: use-after-scope */
}
