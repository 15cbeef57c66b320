/*
 * glob.c: files whose paths match a pattern. POSIX.
 *
 * The pattern is walked part by part: one without special characters is appended, another is
 * compared with all entries of the directory that the path so far leads to.
 */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct search {
    glob_t *result;
    int flags;
    int (*on_error)(const char *path, int number);
    char path[PATH_MAX];
};

static int append(glob_t *result, const char *path, bool marked)
{
    size_t used = result->gl_offs + result->gl_pathc;
    char **grown = realloc(result->gl_pathv, (used + 2) * sizeof *grown);
    size_t length = strlen(path);
    char *copy;

    if (grown == NULL) {
        return GLOB_NOSPACE;
    }
    if (result->gl_pathv == NULL) { /* null pointers that the caller wants first */
        memset(grown, 0, result->gl_offs * sizeof *grown);
    }
    result->gl_pathv = grown;
    copy = malloc(length + 2);
    if (copy == NULL) {
        return GLOB_NOSPACE;
    }
    strcpy(copy, path);
    strcpy(copy + length, marked ? "/" : "");
    grown[used] = copy;
    grown[used + 1] = NULL;
    result->gl_pathc++;
    return 0;
}

/* Appends the path if there is such a file. */
static int append_existing(struct search *search)
{
    struct stat status;
    bool marked;

    if (lstat(search->path, &status) != 0) {
        return 0;
    }
    marked = (search->flags & GLOB_MARK) != 0 && stat(search->path, &status) == 0 &&
             S_ISDIR(status.st_mode);
    return append(search->result, search->path, marked);
}

static bool is_special(const char *part, size_t length, int flags)
{
    for (size_t i = 0; i < length; i++) {
        if (part[i] == '*' || part[i] == '?' || part[i] == '[' ||
            (part[i] == '\\' && (flags & GLOB_NOESCAPE) == 0)) {
            return true;
        }
    }
    return false;
}

static int walk(struct search *search, size_t length, const char *pattern);

/* Goes on with one more part: its name, then slashes if more parts follow. */
static int enter(struct search *search, size_t length, const char *name, size_t name_length,
                 const char *rest)
{
    size_t slashes = strspn(rest, "/");

    if (length + name_length + slashes + 1 > PATH_MAX) {
        return 0;
    }
    memcpy(search->path + length, name, name_length);
    memcpy(search->path + length + name_length, rest, slashes);
    length += name_length + slashes;
    search->path[length] = '\0';
    return rest[slashes] == '\0' ? append_existing(search) : walk(search, length, rest + slashes);
}

/* Compares all entries of the directory with a part of the pattern. */
static int match_entries(struct search *search, size_t length, const char *part, const char *rest)
{
    int flags = FNM_PERIOD | ((search->flags & GLOB_NOESCAPE) != 0 ? FNM_NOESCAPE : 0);
    DIR *directory = opendir(length == 0 ? "." : search->path);
    struct dirent *entry;
    int result = 0;

    if (directory == NULL) {
        bool stops = search->on_error != NULL && search->on_error(search->path, errno) != 0;

        return stops || (search->flags & GLOB_ERR) != 0 ? GLOB_ABORTED : 0;
    }
    while (result == 0 && (entry = readdir(directory)) != NULL) {
        if (fnmatch(part, entry->d_name, flags) == 0) {
            result = enter(search, length, entry->d_name, strlen(entry->d_name), rest);
        }
    }
    closedir(directory);
    return result;
}

static int walk(struct search *search, size_t length, const char *pattern)
{
    size_t part_length = strcspn(pattern, "/");
    char *part;
    int result;

    if (!is_special(pattern, part_length, search->flags)) {
        return enter(search, length, pattern, part_length, pattern + part_length);
    }
    part = calloc(1, part_length + 1);
    if (part == NULL) {
        return GLOB_NOSPACE;
    }
    memcpy(part, pattern, part_length);
    search->path[length] = '\0';
    result = match_entries(search, length, part, pattern + part_length);
    free(part);
    return result;
}

static int compare(const void *left, const void *right)
{
    return strcoll(*(char *const *)left, *(char *const *)right);
}

/* Makes the result empty, unless more is to be appended to it. */
static void begin(glob_t *result, int flags)
{
    if ((flags & GLOB_APPEND) == 0) {
        result->gl_offs = (flags & GLOB_DOOFFS) != 0 ? result->gl_offs : 0;
        result->gl_pathc = 0;
        result->gl_flags = flags;
        result->gl_pathv = NULL;
    }
}

int glob(const char *pattern, int flags, int (*on_error)(const char *path, int number),
         glob_t *result)
{
    struct search search = {.result = result, .flags = flags, .on_error = on_error};
    int failed;
    size_t before;

    begin(result, flags);
    before = result->gl_pathc;
    failed = *pattern == '\0' ? 0 : walk(&search, 0, pattern);
    if (failed != 0) {
        return failed;
    }
    if (result->gl_pathc == before) {
        return (flags & GLOB_NOCHECK) != 0 ? append(result, pattern, false) : GLOB_NOMATCH;
    }
    if ((flags & GLOB_NOSORT) == 0) {
        qsort(result->gl_pathv + result->gl_offs + before, result->gl_pathc - before,
              sizeof *result->gl_pathv, compare);
    }
    return 0;
}

void globfree(glob_t *result)
{
    for (size_t i = 0; i < result->gl_pathc; i++) {
        free(result->gl_pathv[result->gl_offs + i]);
    }
    free(result->gl_pathv);
    result->gl_pathv = NULL;
    result->gl_pathc = 0;
}
