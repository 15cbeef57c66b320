/* stdio.h: input and output on the three standard streams. C17 7.21. */
#ifndef _STDIO_H
#define _STDIO_H

#include <stdarg.h>
#include <stddef.h>

typedef struct __cutaway_file FILE;

#define EOF (-1)
#define BUFSIZ 1024
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2

extern FILE *const stdin;
extern FILE *const stdout;
extern FILE *const stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

int fflush(FILE *stream);
int setvbuf(FILE *restrict stream, char *restrict buffer, int buffering, size_t size);
void setbuf(FILE *restrict stream, char *restrict buffer);

int fprintf(FILE *restrict stream, const char *restrict format, ...);
int printf(const char *restrict format, ...);
int snprintf(char *restrict to, size_t size, const char *restrict format, ...);
int sprintf(char *restrict to, const char *restrict format, ...);
int vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments);
int vprintf(const char *restrict format, va_list arguments);
int vsnprintf(char *restrict to, size_t size, const char *restrict format, va_list arguments);
int vsprintf(char *restrict to, const char *restrict format, va_list arguments);

int fscanf(FILE *restrict stream, const char *restrict format, ...);
int scanf(const char *restrict format, ...);
int sscanf(const char *restrict from, const char *restrict format, ...);
int vfscanf(FILE *restrict stream, const char *restrict format, va_list arguments);
int vscanf(const char *restrict format, va_list arguments);
int vsscanf(const char *restrict from, const char *restrict format, va_list arguments);

int fgetc(FILE *stream);
char *fgets(char *restrict to, int size, FILE *restrict stream);
int fputc(int c, FILE *stream);
int fputs(const char *restrict string, FILE *restrict stream);
int getc(FILE *stream);
int getchar(void);
int putc(int c, FILE *stream);
int putchar(int c);
int puts(const char *string);
int ungetc(int c, FILE *stream);

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict stream);
size_t fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict stream);

void clearerr(FILE *stream);
int feof(FILE *stream);
int ferror(FILE *stream);
void perror(const char *prefix);
int fileno(FILE *stream);

#endif
