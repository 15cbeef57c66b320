/* fputc.c: write a character. C17 7.21.7.3. */
#include "../internal/stream.h"

int fputc(int c, FILE *stream)
{
    char character = (char)c;

    return __cutaway_stream_write(stream, &character, 1) == 1 ? (unsigned char)c : EOF;
}
