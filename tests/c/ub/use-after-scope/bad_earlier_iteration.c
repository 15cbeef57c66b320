/* C17 6.2.4p6: each iteration has an x of its own. */
int main(void)
{
    int *first = 0;
    int result = 0;

    for (int i = 0; i < 2; i++) {
        int x = i;

        if (i == 0) {
            first = &x;
        } else {
            result = *first; /* finds: use-after-scope */
        }
    }
    return result - result;
}
