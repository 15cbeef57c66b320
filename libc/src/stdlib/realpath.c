/*
 * realpath.c: a path without links, `.` and `..`. POSIX.
 *
 * The parts that are still to be walked stand in `rest`; a link's text is put before them.
 */
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/system.h"

enum { LINK_COUNT_MAX = 40 };

struct walk {
    char path[PATH_MAX];
    size_t length; /* of the path so far; 0 for the root */
    char rest[PATH_MAX];
    int link_count;
};

/* Takes the next part of the rest into `part`; false when there is none. */
static bool next_part(struct walk *walk, char *part)
{
    size_t skipped = strspn(walk->rest, "/");
    size_t length = strcspn(walk->rest + skipped, "/");

    memcpy(part, walk->rest + skipped, length);
    part[length] = '\0';
    memmove(walk->rest, walk->rest + skipped + length,
            strlen(walk->rest + skipped + length) + 1);
    return length > 0;
}

/* Puts a link's text before the rest: 0 or an error's number. */
static int enter_link(struct walk *walk, char *text, size_t length)
{
    size_t rest_length = strlen(walk->rest);

    walk->link_count++;
    if (walk->link_count > LINK_COUNT_MAX) {
        return ELOOP;
    }
    if (length + 1 + rest_length + 1 > PATH_MAX) {
        return ENAMETOOLONG;
    }
    memmove(walk->rest + length + 1, walk->rest, rest_length + 1);
    memcpy(walk->rest, text, length);
    walk->rest[length] = '/';
    if (text[0] == '/') {
        walk->length = 0;
    }
    return 0;
}

/* Goes one part further: 0 or an error's number. */
static int step(struct walk *walk, const char *part)
{
    char text[PATH_MAX];
    size_t before = walk->length;
    size_t length = strlen(part);
    long result;

    if (strcmp(part, ".") == 0) {
        return 0;
    }
    if (strcmp(part, "..") == 0) {
        while (walk->length > 0 && walk->path[--walk->length] != '/') {
        }
        return 0;
    }
    if (before + 1 + length + 1 > PATH_MAX) {
        return ENAMETOOLONG;
    }
    walk->path[before] = '/';
    memcpy(walk->path + before + 1, part, length + 1);
    result = ask4(SYSTEM_READLINKAT, WORKING_DIRECTORY, walk->path, text, sizeof text - 1);
    if (result >= 0) {
        return enter_link(walk, text, (size_t)result);
    }
    walk->length = before + 1 + length;
    return result == -EINVAL ? 0 : (int)-result;
}

/* Walks the whole path: 0 or an error's number. */
static int walk_all(struct walk *walk, const char *path)
{
    char part[PATH_MAX];
    int number = 0;
    size_t length = strlen(path);

    if (length == 0) {
        return ENOENT;
    }
    if (length >= PATH_MAX) {
        return ENAMETOOLONG;
    }
    memcpy(walk->rest, path, length + 1);
    if (path[0] != '/') {
        long here = ask2(SYSTEM_GETCWD, walk->path, PATH_MAX);

        if (here < 0) {
            return (int)-here;
        }
        walk->length = walk->path[1] == '\0' ? 0 : (size_t)here - 1;
    }
    while (number == 0 && next_part(walk, part)) {
        number = step(walk, part);
    }
    walk->path[walk->length] = '\0';
    if (walk->length == 0) {
        strcpy(walk->path, "/");
    }
    return number;
}

char *realpath(const char *restrict path, char *restrict resolved)
{
    struct walk walk;
    int number;
    size_t size;

    if (path == NULL) {
        errno = EINVAL;
        return NULL;
    }
    walk.length = 0;
    walk.link_count = 0;
    number = walk_all(&walk, path);
    if (number != 0) {
        errno = number;
        return NULL;
    }
    size = strlen(walk.path) + 1;
    if (resolved == NULL) {
        resolved = malloc(size);
    }
    return resolved != NULL ? memcpy(resolved, walk.path, size) : NULL;
}
