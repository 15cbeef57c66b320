/* C17 6.8.5.3p1: the variable of a for loop ends with the loop. */
int main(void)
{
    int *p = 0;

    for (int i = 0; i < 3; i++) {
        p = &i;
    }
    return *p == 12345; /* finds: use-after-scope */
}
