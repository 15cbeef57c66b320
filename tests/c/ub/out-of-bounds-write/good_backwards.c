/* C17 6.2.5p9: an unsigned index that counts down and stops in time. */
int main(void)
{
    int a[4];

    for (unsigned int i = 4; i-- > 0;) {
        a[i] = 0;
    }
    return a[0];
}
