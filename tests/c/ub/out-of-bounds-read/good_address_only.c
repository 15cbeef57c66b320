/* C17 6.5.3.2p3: in &a[4] nothing is read. */
int main(void)
{
    int a[4] = {0};
    int *end = &a[4];

    return end - a == 4 ? 0 : 1;
}
