/* C17 7.1.3: a program may have functions of names that only POSIX uses, and the library goes on. */
#define _ISOC11_SOURCE /* glibc shows the names of C alone */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int calls;

int read(void) { return calls++; }
int write(const char *text) { return calls += *text; }
int open(int door) { return calls += door; }
int close(int door) { return calls -= door; }
int lseek(void) { return calls++; }
int kill(int number) { return calls += number; }
int stat(void) { return calls++; }
int link(void) { return calls++; }
int unlink(void) { return calls++; }
int isatty(void) { return calls++; }
int sigaction(void) { return calls++; }
int sigprocmask(void) { return calls++; }
int brk(void) { return calls++; }
int mmap(void) { return calls++; }
int ioctl(void) { return calls++; }
int fcntl(void) { return calls++; }
int access(void) { return calls++; }
int getpid(void) { return calls++; }
int gettimeofday(void) { return calls++; }
int select(void) { return calls++; }

int main(void)
{
    FILE *file = tmpfile();
    char text[16] = "";
    char *copy = malloc(100);
    time_t moment = 86400;

    fprintf(file, "%.3s %d\n", "abcdef", 42);
    fseek(file, 0, SEEK_SET);
    printf("%s", fgets(text, sizeof text, file));
    printf("%ld\n", ftell(file));
    fclose(file);
    printf("%d\n", remove("/tmp/there/is/none"));
    strcpy(copy, "copy");
    printf("%d", sscanf("17", "%d", &calls));
    printf(" %s %s\n", copy, asctime(gmtime(&moment)));
    free(copy);
    printf("%d ", read());
    printf("%d ", write("a"));
    printf("%d\n", open(3));
    printf("%d %d\n", calls, getenv("there is none") == NULL);
    return 0;
}
