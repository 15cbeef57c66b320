/* C17 7.27: calendar times, broken down, made, and as text. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const time_t moments[] = {0,          -1,         1,           86399,      86400,
                                 951782400,  951868799,  1709164800,  1735689599, 1230768000,
                                 -2208988800, 4102444800, 1000000000, 253402300799,
                                 1483228799, 1609459200, 1262217600};

static void show(const struct tm *time)
{
    printf("%d-%d-%d %d:%d:%d wday %d yday %d dst %d\n", time->tm_year, time->tm_mon,
           time->tm_mday, time->tm_hour, time->tm_min, time->tm_sec, time->tm_wday, time->tm_yday,
           time->tm_isdst);
}

static void formats(const struct tm *time)
{
    static const char *const formats[] = {
        "%a %A %b %B %c", "%C %d %D %e %F %g %G %h", "%H %I %j %m %M %n%p %r %R", "%S %t %T %u %U",
        "%V %w %W %x %X %y %Y %z %Z %%", "%EY %Od %k %l %P %s", "%_d %-d %05d %^a %#b %10A|%-m"};
    char text[128];

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        printf("%zu ", strftime(text, sizeof text, formats[i], time));
        printf("%s\n", text);
    }
}

int main(void)
{
    char small[8] = "xxxxxxx";
    struct tm made;
    time_t huge = 0x7fffffffffffffff;
    struct timespec now;

    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        struct tm *time = gmtime(&moments[i]);
        struct tm copy = *time;

        printf("%ld: ", (long)moments[i]);
        show(time);
        printf("%s", asctime(time));
        formats(time);
        printf("%d\n", timegm(&copy) == moments[i]);
    }
    for (int i = -30; i < 30; i++) {
        memset(&made, 0, sizeof made);
        made.tm_year = 124;
        made.tm_mon = i;
        made.tm_mday = i * 17;
        made.tm_hour = -i * 5;
        made.tm_sec = i * 10000;
        printf("%ld ", (long)mktime(&made));
        show(&made);
    }
    printf("%zu\n", strftime(small, sizeof small, "%Y-%m-%d", gmtime(&moments[0])));
    printf("%zu %s\n", strftime(small, sizeof small, "%H:%M", gmtime(&moments[3])), small);
    errno = 0;
    printf("%d", gmtime(&huge) == NULL);
    printf(" %s\n", strerror(errno));
    printf("%s", ctime(&moments[5]));
    printf("%d %d\n", difftime(moments[7], moments[6]) == 757296001.0,
           difftime(0, moments[12]) == -1e9);
    printf("%d\n", timespec_get(&now, TIME_UTC));
    printf("%d %d\n", now.tv_sec > 0, timespec_get(&now, 77));
    printf("%d\n", clock_gettime(CLOCK_MONOTONIC, &now));
    errno = 0;
    printf("%d", clock_gettime(99, &now));
    printf(" %s\n", strerror(errno));
    return 0;
}
