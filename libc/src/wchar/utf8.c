/* utf8.c: the bytes of a character. RFC 3629 section 3. */
#include "../internal/utf8.h"

bool __cutaway_is_character(unsigned int c)
{
    return c <= 0x10ffff && !(c >= 0xd800 && c <= 0xdfff);
}

size_t __cutaway_encode(char *to, unsigned int c)
{
    size_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};

    for (size_t i = length - 1; i > 0; i--) {
        to[i] = (char)(0x80 | (c & 0x3f));
        c >>= 6;
    }
    to[0] = (char)(marks[length] | c);
    return length;
}
