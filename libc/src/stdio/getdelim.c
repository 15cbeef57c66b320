/* getdelim.c: read up to a character, in a buffer that grows as it must. POSIX. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>

#include "../internal/stream.h"

/* Makes room for so many bytes; false without memory. */
static bool reserve(char **line, size_t *capacity, size_t wanted)
{
    size_t grown = *line == NULL ? 0 : *capacity;
    char *moved;

    if (*line != NULL && wanted <= *capacity) {
        return true;
    }
    grown = grown < 60 ? 120 : grown * 2;
    moved = realloc(*line, grown > wanted ? grown : wanted);
    if (moved == NULL) {
        return false;
    }
    *line = moved;
    *capacity = grown > wanted ? grown : wanted;
    return true;
}

ssize_t getdelim(char **restrict line, size_t *restrict capacity, int delimiter,
                 FILE *restrict stream)
{
    size_t length = 0;
    int c;

    if (line == NULL || capacity == NULL) {
        errno = EINVAL;
        return -1;
    }
    do {
        if (!reserve(line, capacity, length + 2)) {
            stream->failed = true;
            return -1;
        }
        c = __cutaway_stream_read(stream);
        if (c == EOF) {
            break;
        }
        (*line)[length++] = (char)c;
    } while (c != delimiter);
    (*line)[length] = '\0';
    return length == 0 || (c == EOF && stream->failed) ? -1 : (ssize_t)length;
}
