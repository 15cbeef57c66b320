/* C17 6.7.3: const tables in read-only data. */
#include <stdio.h>

static const unsigned crc_nibble[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
    0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
    0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};

static const struct {
    const char *name;
    signed char digits[3];
} rows[] = {{"a", {1, -2, 3}}, {"b", {-128, 127}}};

static unsigned crc(const char *s)
{
    unsigned c = ~0u;

    for (; *s; s++) {
        c = crc_nibble[(c ^ *s) & 15] ^ c >> 4;
        c = crc_nibble[(c ^ *s >> 4) & 15] ^ c >> 4;
    }
    return ~c;
}

int main(void)
{
    const int *const p = (const int[]){1, 2};

    printf("%x %x\n", crc("123456789"), crc(""));
    printf("%s %d %d %d\n", rows[1].name, rows[0].digits[1], rows[1].digits[0], p[1]);
    return 0;
}
