/* temporary.c: names that no file has yet. POSIX mkstemp. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "../internal/system.h"
#include "../internal/temporary.h"

enum { ATTEMPT_COUNT_MAX = 238328 };

void __cutaway_fill_unique(char *characters)
{
    static const char alphabet[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    unsigned char chances[UNIQUE_LENGTH];

    ask3(SYSTEM_GETRANDOM, chances, sizeof chances, 0);
    for (int i = 0; i < UNIQUE_LENGTH; i++) {
        characters[i] = alphabet[chances[i] % (sizeof alphabet - 1)];
    }
}

char *__cutaway_find_unique(char *template, int suffix_length)
{
    size_t length = strlen(template);
    char *unique;

    if (suffix_length < 0 || length < (size_t)suffix_length + UNIQUE_LENGTH) {
        errno = EINVAL;
        return NULL;
    }
    unique = template + length - (size_t)suffix_length - UNIQUE_LENGTH;
    if (memcmp(unique, "XXXXXX", UNIQUE_LENGTH) != 0) {
        errno = EINVAL;
        return NULL;
    }
    return unique;
}

int __cutaway_make_temporary(char *template, int suffix_length, int flags)
{
    char *unique = __cutaway_find_unique(template, suffix_length);

    if (unique == NULL) {
        return -1;
    }
    for (int attempt = 0; attempt < ATTEMPT_COUNT_MAX; attempt++) {
        long descriptor;

        __cutaway_fill_unique(unique);
        descriptor = ask4(SYSTEM_OPENAT, WORKING_DIRECTORY, template,
                          (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL, 0600);
        if (descriptor != -EEXIST) {
            return (int)__cutaway_answer(descriptor);
        }
    }
    errno = EEXIST;
    return -1;
}
