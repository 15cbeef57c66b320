/* C17 6.5.2.3p3: the members of a union share their bytes; each is as large as it says. */
union bits {
    long whole;
    char bytes[8];
};

int main(void)
{
    union bits bits = {0};

    bits.bytes[7] = 1;
    bits.whole = 0;
    return bits.bytes[7];
}
