/* fflush.c: hand buffered output to the system; of every stream for NULL. C17 7.21.5.2. */
#include "../internal/stream.h"

int fflush(FILE *stream)
{
    int result = 0;

    if (stream != NULL) {
        return __cutaway_stream_flush(stream);
    }
    for (FILE *each = __cutaway_written_streams; each != NULL; each = each->next_stream) {
        if (__cutaway_stream_flush(each) == EOF) {
            result = EOF;
        }
    }
    return result;
}
