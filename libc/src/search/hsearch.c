/*
 * hsearch.c: one table of strings and what belongs to them. POSIX.
 *
 * Open addressing: an entry is in the first place from that of its hash (FNV-1a) on that was free.
 */
#include <errno.h>
#include <search.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static ENTRY *entries; /* free where the key is null */
static size_t capacity;
static size_t used;
static size_t limit; /* how many entries were asked for */

int hcreate(size_t count)
{
    if (entries != NULL) {
        return 0;
    }
    for (capacity = 8; capacity < count + count / 2; capacity *= 2) {
    }
    entries = calloc(capacity, sizeof *entries);
    used = 0;
    limit = count < 3 ? 3 : count;
    return entries != NULL;
}

void hdestroy(void)
{
    free(entries);
    entries = NULL;
}

static size_t hash(const char *key)
{
    uint64_t value = 14695981039346656037UL;

    for (; *key != '\0'; key++) {
        value = (value ^ (unsigned char)*key) * 1099511628211UL;
    }
    return value;
}

ENTRY *hsearch(ENTRY entry, ACTION action)
{
    size_t place = hash(entry.key) & (capacity - 1);

    if (entries == NULL) {
        errno = EINVAL;
        return NULL;
    }
    while (entries[place].key != NULL) {
        if (strcmp(entries[place].key, entry.key) == 0) {
            return &entries[place];
        }
        place = (place + 1) & (capacity - 1);
    }
    if (action == FIND) {
        errno = ESRCH;
        return NULL;
    }
    if (used == limit) {
        errno = ENOMEM;
        return NULL;
    }
    used++;
    entries[place] = entry;
    return &entries[place];
}
