/* C17 6.5p7: an int is stored byte by byte. */
int main(void)
{
    int x;
    unsigned char *byte = (unsigned char *)&x;

    for (unsigned long i = 0; i < sizeof x; i++) {
        byte[i] = 0;
    }
    return x;
}
