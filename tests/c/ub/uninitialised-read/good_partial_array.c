/* C17 6.7.9p21: the elements without an initialiser are zero. */
int main(void)
{
    int a[4] = {1};

    return a[3];
}
