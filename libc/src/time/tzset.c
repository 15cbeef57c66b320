/* tzset.c: the time zone: always UTC. POSIX. */
#include <time.h>

char *tzname[2] = {"UTC", "UTC"};
long timezone;
int daylight;

void tzset(void)
{
}
