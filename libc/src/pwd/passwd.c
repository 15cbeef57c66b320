/* passwd.c: the users that /etc/passwd lists, one a line. POSIX. */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELD_COUNT = 7 };

static FILE *list; /* as getpwent reads it, or null */

/* The next user of a list, in an object that the next call uses again; null at its end. */
static struct passwd *next_user(FILE *file)
{
    static char line[1024];
    static struct passwd user;

    while (fgets(line, sizeof line, file) != NULL) {
        char *fields[FIELD_COUNT];
        char *place = line;
        int count = 0;

        line[strcspn(line, "\n")] = '\0';
        for (; count < FIELD_COUNT && place != NULL; count++) {
            fields[count] = strsep(&place, ":");
        }
        if (count == FIELD_COUNT) {
            user = (struct passwd){fields[0],
                                   fields[1],
                                   (uid_t)strtoul(fields[2], NULL, 10),
                                   (gid_t)strtoul(fields[3], NULL, 10),
                                   fields[4],
                                   fields[5],
                                   fields[6]};
            return &user;
        }
    }
    return NULL;
}

/* The first user of that name, or of that number if the name is null. */
static struct passwd *find_user(const char *name, uid_t number)
{
    FILE *file = fopen("/etc/passwd", "re");
    struct passwd *user;

    if (file == NULL) {
        return NULL;
    }
    do {
        user = next_user(file);
    } while (user != NULL &&
             (name != NULL ? strcmp(user->pw_name, name) != 0 : user->pw_uid != number));
    fclose(file);
    return user;
}

struct passwd *getpwnam(const char *name)
{
    return find_user(name, 0);
}

struct passwd *getpwuid(uid_t user)
{
    return find_user(NULL, user);
}

void endpwent(void)
{
    if (list != NULL) {
        fclose(list);
        list = NULL;
    }
}

void setpwent(void)
{
    endpwent();
}

struct passwd *getpwent(void)
{
    if (list == NULL) {
        list = fopen("/etc/passwd", "re");
    }
    return list != NULL ? next_user(list) : NULL;
}
