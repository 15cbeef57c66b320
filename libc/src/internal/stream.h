/*
 * stream.h: what a FILE is. C17 7.21.3.
 *
 * A stream that is written keeps in buffer[0 .. end) what the system has not been given yet; one
 * that is read keeps in buffer[next .. end) what its reader has not taken yet.
 */
#ifndef CUTAWAY_STREAM_H
#define CUTAWAY_STREAM_H

#include <stdbool.h>
#include <stdio.h>

struct __cutaway_file {
    struct __cutaway_file *next_stream; /* in the list of streams that were written to */
    unsigned char *buffer;
    size_t capacity; /* in bytes */
    size_t next;     /* index of the byte to be read next */
    size_t end;      /* one past the last byte held */
    int descriptor;
    int buffering;   /* _IOFBF, _IOLBF or _IONBF */
    int pushed_back; /* by ungetc, or EOF */
    bool readable;
    bool writable;
    bool listed; /* in the list */
    bool at_end;
    bool failed;
};

/* Every stream that was ever written to, so that exit and fflush(NULL) find it. */
extern FILE *__cutaway_written_streams;

/* Writes bytes as the stream's buffering says. Returns how many were taken. C17 7.21.3p3. */
size_t __cutaway_stream_write(FILE *stream, const char *bytes, size_t count);

/* Hands the stream's bytes to the system: 0, or EOF on failure. C17 7.21.5.2. */
int __cutaway_stream_flush(FILE *stream);

/* The next byte, or EOF. Flushes line-buffered output before it asks the system. C17 7.21.3p3. */
int __cutaway_stream_read(FILE *stream);

#endif
