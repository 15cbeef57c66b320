/* C17 6.5.2.3p3, footnote 97: all bytes are stored through one member and read through another. */
union word {
    unsigned int number;
    unsigned char bytes[4];
};

int main(void)
{
    union word w;

    for (int i = 0; i < 4; i++) {
        w.bytes[i] = 0;
    }
    return (int)w.number;
}
