/* C17 7.21: files: modes, positions, buffering, line by line and whole. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/cutaway_filesXXXXXX";

static void show(const char *what)
{
    FILE *file = fopen(path, "r");
    int c;

    printf("%s: ", what);
    while ((c = fgetc(file)) != EOF) {
        putchar(c == '\n' ? '|' : c);
    }
    printf(" eof %d error %d\n", feof(file) != 0, ferror(file));
    fclose(file);
}

static void modes(void)
{
    FILE *file = fopen(path, "w");

    fprintf(file, "line %d\nline %d\n", 1, 2);
    printf("%ld\n", ftell(file));
    printf("%d\n", fgetc(file) == EOF && ferror(file));
    printf("%d\n", fclose(file));
    show("written");
    file = fopen(path, "a");
    fputs("line 3\n", file);
    printf("%ld\n", ftell(file));
    fclose(file);
    show("appended");
    file = fopen(path, "r+");
    fseek(file, 5, SEEK_SET);
    fputc('X', file);
    fseek(file, 0, SEEK_CUR);
    printf("%c", fgetc(file));
    printf("%c", fgetc(file));
    fseek(file, -1, SEEK_END);
    fputs("!\n", file);
    rewind(file);
    printf("%c\n", fgetc(file));
    fclose(file);
    show("updated");
    file = fopen(path, "a+");
    fseek(file, 0, SEEK_SET);
    printf("%c\n", fgetc(file));
    fseek(file, 0, SEEK_SET);
    fputs("end\n", file);
    fclose(file);
    show("appended and read");
    errno = 0;
    printf("%d %s\n", fopen(path, "wx") == NULL, strerror(errno));
    file = fopen(path, "w+b");
    fputs("abc", file);
    fflush(file);
    rewind(file);
    printf("%d\n", fgetc(file));
    fclose(file);
    errno = 0;
    printf("%d %s\n", fopen("/tmp/there/is/none", "r") == NULL, strerror(errno));
    errno = 0;
    printf("%d %s\n", fopen(path, "q") == NULL, strerror(errno));
}

static void positions(void)
{
    FILE *file = fopen(path, "w+");
    fpos_t place;
    char piece[8] = "";

    for (int i = 0; i < 5000; i++) {
        fprintf(file, "%04d", i);
    }
    printf("%ld\n", ftell(file));
    fseek(file, 4 * 1234, SEEK_SET);
    printf("%zu %s\n", fread(piece, 1, 4, file), piece);
    fgetpos(file, &place);
    fseek(file, -8, SEEK_CUR);
    printf("%zu %s %ld\n", fread(piece, 1, 4, file), piece, ftell(file));
    fsetpos(file, &place);
    printf("%zu %s\n", fread(piece, 4, 1, file), piece);
    fseek(file, -4, SEEK_END);
    printf("%zu %s\n", fread(piece, 1, 7, file), piece);
    printf("%d %d\n", feof(file) != 0, fgetc(file));
    ungetc('#', file);
    printf("%d %ld", feof(file), ftell(file));
    printf(" %c\n", fgetc(file));
    errno = 0;
    printf("%d %s\n", fseek(file, -1, SEEK_SET), strerror(errno));
    printf("%d %s\n", fseek(file, 0, 9), strerror(errno));
    fseek(file, 2000, SEEK_SET);
    fgetc(file);
    fputc('Z', file);
    fseek(file, 2000, SEEK_SET);
    printf("%zu %.4s\n", fread(piece, 1, 4, file), piece);
    fclose(file);
}

static void buffering(void)
{
    FILE *file = fopen(path, "w");
    static char buffer[256];
    char piece[4];
    FILE *reader = fopen(path, "r");

    setvbuf(file, buffer, _IOFBF, sizeof buffer);
    fputs("held", file);
    printf("%d\n", fgetc(reader));
    clearerr(reader);
    fflush(file);
    printf("%c\n", fgetc(reader));
    setvbuf(file, NULL, _IOLBF, 0);
    fputs("one\ntwo", file);
    fclose(reader);
    reader = fopen(path, "r");
    printf("%zu\n", fread(piece, 1, 3, reader));
    setbuf(file, NULL);
    fputs("now", file);
    fclose(reader);
    fclose(file);
    show("buffered");
}

static void lines(void)
{
    FILE *file = fopen(path, "w+");
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    char short_line[6];

    fprintf(file, "first\n\n%0200d\nlast", 7);
    rewind(file);
    while ((length = getline(&line, &capacity, file)) >= 0) {
        printf("%d %d\n", (int)length, (int)strlen(line));
    }
    printf("%d %d\n", feof(file) != 0, capacity >= 202);
    rewind(file);
    printf("%d", (int)getdelim(&line, &capacity, 'r', file));
    printf(" %s\n", line);
    printf("%s|", fgets(short_line, sizeof short_line, file));
    printf("%s|", fgets(short_line, sizeof short_line, file));
    printf("%s|\n", fgets(short_line, sizeof short_line, file));
    free(line);
    fclose(file);
}

static void names(void)
{
    char other[] = "/tmp/cutaway_otherXXXXXX";
    FILE *file;

    close(mkstemp(other));
    printf("%d\n", rename(path, other));
    errno = 0;
    printf("%d %s\n", remove(path), strerror(errno));
    errno = 0;
    printf("%d %s\n", rename(path, other), strerror(errno));
    printf("%d\n", rename(other, path));
    file = freopen(path, "r", fopen("/dev/null", "r"));
    printf("%c\n", fgetc(file));
    fclose(file);
    printf("%d\n", remove(path));
    file = tmpfile();
    fputs("temporary", file);
    rewind(file);
    printf("%c\n", fgetc(file));
    fclose(file);
    printf("%d\n", strncmp(tmpnam(NULL), "/tmp/", 5));
}

int main(void)
{
    int descriptor = mkstemp(path);

    printf("%d\n", descriptor > 2);
    printf("%d %d\n", dprintf(descriptor, "%s %d\n", "descriptor", descriptor > 0), descriptor > 2);
    close(descriptor);
    show("dprintf");
    modes();
    positions();
    buffering();
    lines();
    names();
    errno = 0;
    printf("%d %s\n", fdopen(99, "r") == NULL, strerror(errno));
    fflush(stdout);
    printf("at the end");
    return 0;
}
