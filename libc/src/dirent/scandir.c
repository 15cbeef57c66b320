/* scandir.c: chosen entries of a directory, each allocated, in order. POSIX. */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct entries {
    struct dirent **list;
    size_t count;
    size_t capacity;
};

static bool append(struct entries *entries, const struct dirent *entry)
{
    struct dirent *copy;

    if (entries->count == entries->capacity) {
        size_t capacity = entries->capacity * 2 + 8;
        struct dirent **grown = realloc(entries->list, capacity * sizeof *grown);

        if (grown == NULL) {
            return false;
        }
        entries->list = grown;
        entries->capacity = capacity;
    }
    copy = malloc(sizeof *copy);
    if (copy == NULL) {
        return false;
    }
    *copy = *entry;
    entries->list[entries->count++] = copy;
    return true;
}

static void forget(struct entries *entries)
{
    for (size_t i = 0; i < entries->count; i++) {
        free(entries->list[i]);
    }
    free(entries->list);
}

int scandir(const char *path, struct dirent ***result, int (*filter)(const struct dirent *entry),
            int (*compare)(const struct dirent **left, const struct dirent **right))
{
    DIR *directory = opendir(path);
    struct entries entries = {NULL, 0, 0};
    struct dirent *entry;

    if (directory == NULL) {
        return -1;
    }
    while ((entry = readdir(directory)) != NULL) {
        if ((filter == NULL || filter(entry) != 0) && !append(&entries, entry)) {
            closedir(directory);
            forget(&entries);
            return -1;
        }
    }
    closedir(directory);
    if (compare != NULL && entries.count > 1) {
        qsort(entries.list, entries.count, sizeof *entries.list,
              (int (*)(const void *, const void *))compare);
    }
    *result = entries.list;
    return (int)entries.count;
}
