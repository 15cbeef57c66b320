/* C17 6.2.4p6: pointers from an inner block to an outer array. */
int main(void)
{
    int a[3] = {0};
    int *p = a;

    for (int i = 0; i < 3; i++) {
        int *q = &a[i];

        *q = i;
        p = q;
    }
    return *p - 2;
}
