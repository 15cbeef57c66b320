/*
 * stream.h: what a FILE is. C17 7.21.3.
 *
 * A stream that writes keeps in buffer[0 .. end) what its device has not been given yet; one that
 * reads keeps in buffer[next .. end) what its reader has not taken yet. One opened for both goes
 * from one to the other when it is used so.
 */
#ifndef CUTAWAY_STREAM_H
#define CUTAWAY_STREAM_H

#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

/* What a stream leads to when that is no descriptor. Each function answers as its namesake among the
 * system calls does; a null one fails. */
struct stream_device {
    ssize_t (*read)(FILE *stream, unsigned char *to, size_t count);
    ssize_t (*write)(FILE *stream, const unsigned char *from, size_t count);
    off_t (*seek)(FILE *stream, off_t offset, int origin);
    int (*close)(FILE *stream);
};

struct __cutaway_file {
    struct __cutaway_file *next_stream; /* in the list of open streams */
    const struct stream_device *device; /* null for a descriptor */
    unsigned char *buffer;
    size_t capacity; /* in bytes */
    size_t next;     /* index of the byte to be read next */
    size_t end;      /* one past the last byte held */
    int descriptor;  /* or -1 */
    int buffering;   /* _IOFBF, _IOLBF or _IONBF */
    int pushed_back; /* by ungetc, or EOF */
    int orientation; /* positive: wide; negative: bytes; 0: not known yet. C17 7.21.2p4 */
    int process;     /* of popen, or 0 */
    wint_t pushed_back_wide; /* by ungetwc, or WEOF */
    mbstate_t shift;
    bool readable;
    bool writable;
    bool appends;
    bool writing; /* what the buffer holds is to be written */
    bool listed;  /* in the list */
    bool allocated;
    bool at_end;
    bool failed;
};

/* A stream that fopen and its like allocate, with its buffer. `device_state` is its device's. */
struct opened_stream {
    struct __cutaway_file file; /* first, so that a pointer to it is one to the whole */
    unsigned char buffer[BUFSIZ];
};

/* Every stream that was opened or written to, so that exit and fflush(NULL) find it. */
extern FILE *__cutaway_open_streams;

/* Puts a stream in the list, or takes it out. */
void __cutaway_list_stream(FILE *stream);
void __cutaway_unlist_stream(FILE *stream);

/* The flags of open for a mode of fopen; -1 and errno when it is none. C17 7.21.5.3p3. */
int __cutaway_open_flags(const char *mode);

/* A new stream on a descriptor that was opened with those flags; null and errno without memory. */
FILE *__cutaway_new_stream(int descriptor, int flags);

/* Makes a stream, new or closed, one on a descriptor. */
void __cutaway_attach_stream(FILE *stream, int descriptor, int flags);

/* Flushes a stream and closes what it leads to, but keeps the FILE: 0 or EOF. */
int __cutaway_detach_stream(FILE *stream);

/* Asks the device. */
ssize_t __cutaway_device_read(FILE *stream, unsigned char *to, size_t count);
ssize_t __cutaway_device_write(FILE *stream, const unsigned char *from, size_t count);
off_t __cutaway_device_seek(FILE *stream, off_t offset, int origin);

/* Gives up what was read ahead: the device stands where the reader does. C17 7.21.5.3p7. */
int __cutaway_stream_discard(FILE *stream);

/* How many bytes were read ahead, with one that was pushed back. */
off_t __cutaway_stream_ahead(const FILE *stream);

/* Goes to a place: 0, or -1 and errno. The place: or -1 and errno. C17 7.21.9. */
int __cutaway_stream_seek(FILE *stream, off_t offset, int origin);
off_t __cutaway_stream_tell(FILE *stream);

/* Writes bytes as the stream's buffering says. Returns how many were taken. C17 7.21.3p3. */
size_t __cutaway_stream_write(FILE *stream, const char *bytes, size_t count);

/* Hands the stream's bytes to the system: 0, or EOF on failure. C17 7.21.5.2. */
int __cutaway_stream_flush(FILE *stream);

/* The next byte, or EOF. Flushes line-buffered output before it asks the system. C17 7.21.3p3. */
int __cutaway_stream_read(FILE *stream);

#endif
