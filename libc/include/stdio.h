/* stdio.h: input and output. C17 7.21, POSIX. */
#ifndef _STDIO_H
#define _STDIO_H

#include <bits/mbstate.h>
#include <stdarg.h>
#include <stddef.h>

typedef struct __cutaway_file FILE;
typedef long off_t;
typedef long ssize_t;
typedef struct {
    off_t __place;
    mbstate_t __shift;
} fpos_t;

#define EOF (-1)
#define BUFSIZ 1024
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define L_tmpnam 20
#define L_ctermid 9
#define TMP_MAX 238328
#define P_tmpdir "/tmp"

extern FILE *const stdin;
extern FILE *const stdout;
extern FILE *const stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

int remove(const char *path);
int rename(const char *old, const char *new);
FILE *tmpfile(void);
char *tmpnam(char *name);

int fclose(FILE *stream);
int fflush(FILE *stream);
FILE *fopen(const char *__restrict path, const char *__restrict mode);
FILE *freopen(const char *__restrict path, const char *__restrict mode, FILE *__restrict stream);
FILE *fdopen(int descriptor, const char *mode);
FILE *fmemopen(void *__restrict bytes, size_t size, const char *__restrict mode);
FILE *open_memstream(char **result, size_t *size);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
int setvbuf(FILE *__restrict stream, char *__restrict buffer, int buffering, size_t size);
void setbuf(FILE *__restrict stream, char *__restrict buffer);
void setbuffer(FILE *stream, char *buffer, size_t size);
void setlinebuf(FILE *stream);

int fprintf(FILE *__restrict stream, const char *__restrict format, ...);
int printf(const char *__restrict format, ...);
int snprintf(char *__restrict to, size_t size, const char *__restrict format, ...);
int sprintf(char *__restrict to, const char *__restrict format, ...);
int asprintf(char **__restrict to, const char *__restrict format, ...);
int dprintf(int descriptor, const char *__restrict format, ...);
int vfprintf(FILE *__restrict stream, const char *__restrict format, va_list arguments);
int vprintf(const char *__restrict format, va_list arguments);
int vsnprintf(char *__restrict to, size_t size, const char *__restrict format, va_list arguments);
int vsprintf(char *__restrict to, const char *__restrict format, va_list arguments);
int vasprintf(char **__restrict to, const char *__restrict format, va_list arguments);
int vdprintf(int descriptor, const char *__restrict format, va_list arguments);

int fscanf(FILE *__restrict stream, const char *__restrict format, ...);
int scanf(const char *__restrict format, ...);
int sscanf(const char *__restrict from, const char *__restrict format, ...);
int vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments);
int vscanf(const char *__restrict format, va_list arguments);
int vsscanf(const char *__restrict from, const char *__restrict format, va_list arguments);

int fgetc(FILE *stream);
char *fgets(char *__restrict to, int size, FILE *__restrict stream);
int fputc(int c, FILE *stream);
int fputs(const char *__restrict string, FILE *__restrict stream);
int getc(FILE *stream);
int getchar(void);
int putc(int c, FILE *stream);
int putchar(int c);
int puts(const char *string);
int ungetc(int c, FILE *stream);
ssize_t getdelim(char **__restrict line, size_t *__restrict capacity, int delimiter,
                 FILE *__restrict stream);
ssize_t getline(char **__restrict line, size_t *__restrict capacity, FILE *__restrict stream);

void flockfile(FILE *stream);
int ftrylockfile(FILE *stream);
void funlockfile(FILE *stream);
int getc_unlocked(FILE *stream);
int getchar_unlocked(void);
int putc_unlocked(int c, FILE *stream);
int putchar_unlocked(int c);

size_t fread(void *__restrict to, size_t size, size_t count, FILE *__restrict stream);
size_t fwrite(const void *__restrict from, size_t size, size_t count, FILE *__restrict stream);

int fgetpos(FILE *__restrict stream, fpos_t *__restrict position);
int fseek(FILE *stream, long offset, int origin);
int fseeko(FILE *stream, off_t offset, int origin);
int fsetpos(FILE *stream, const fpos_t *position);
long ftell(FILE *stream);
off_t ftello(FILE *stream);
void rewind(FILE *stream);

void clearerr(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
void perror(const char *prefix);
int fileno(FILE *stream);

#endif
