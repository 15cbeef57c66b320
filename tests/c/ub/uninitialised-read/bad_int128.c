/* C17 6.3.2.1p2: of an integer of 128 bits (GNU C) only one half has been stored. */
union halves {
    __int128 whole;
    unsigned long half[2];
};

int main(void)
{
    union halves halves;

    halves.half[0] = 1;
    return (int)(halves.whole >> 127); /* finds: uninitialised-read */
}
