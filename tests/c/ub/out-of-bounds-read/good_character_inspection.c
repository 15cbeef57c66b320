/* C17 6.2.6.1p4: the bytes of a long. */
int main(void)
{
    long number = 0x0102030405060708;
    const unsigned char *byte = (const unsigned char *)&number;
    int sum = 0;

    for (unsigned long i = 0; i < sizeof number; i++) {
        sum += byte[i];
    }
    return sum - 36;
}
