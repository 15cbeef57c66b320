/*
 * execute.c: become the program of that name, searched for in the directories of PATH. POSIX.
 *
 * A file that is no program the system knows is taken for a script of the shell.
 */
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/execute.h"
#include "../internal/system.h"

enum { SCRIPT_ARGUMENT_COUNT_MAX = 1024 };

/* Lets the shell execute the file. Returns only an error. */
static long execute_script(const char *path, char *const arguments[], char *const environment[])
{
    const char *with_shell[SCRIPT_ARGUMENT_COUNT_MAX];
    size_t count = 2;

    with_shell[0] = "/bin/sh";
    with_shell[1] = path;
    for (size_t i = 1; arguments[0] != NULL && arguments[i] != NULL; i++) {
        if (count == SCRIPT_ARGUMENT_COUNT_MAX - 1) {
            return -E2BIG;
        }
        with_shell[count++] = arguments[i];
    }
    with_shell[count] = NULL;
    return ask3(SYSTEM_EXECVE, "/bin/sh", with_shell, environment);
}

/* Returns only an error. */
static long execute_path(const char *path, char *const arguments[], char *const environment[])
{
    long result = ask3(SYSTEM_EXECVE, path, arguments, environment);

    return result == -ENOEXEC ? execute_script(path, arguments, environment) : result;
}

/* Whether the next directory may be tried after an error. */
static bool is_elsewhere(long error)
{
    return error == -ENOENT || error == -ENOTDIR || error == -EACCES || error == -ESTALE ||
           error == -ENODEV || error == -ETIMEDOUT;
}

/* Tries the directories one after the other. */
static long search(const char *file, const char *directories, char *const arguments[],
                   char *const environment[])
{
    size_t file_size = strlen(file) + 1;
    long worst = -ENOENT;

    for (;;) {
        size_t length = strcspn(directories, ":");
        char path[PATH_MAX];

        if (length + 1 + file_size <= sizeof path) {
            long result;

            memcpy(path, directories, length);
            path[length] = '/';
            memcpy(path + length + (length > 0), file, file_size);
            result = execute_path(path, arguments, environment);
            if (!is_elsewhere(result)) {
                return result;
            }
            worst = result == -EACCES ? result : worst;
        }
        if (directories[length] == '\0') {
            return worst;
        }
        directories += length + 1;
    }
}

int __cutaway_execute(const char *file, char *const arguments[], char *const environment[])
{
    const char *directories = getenv("PATH");
    long result = -ENOENT;

    if (strchr(file, '/') != NULL) {
        result = execute_path(file, arguments, environment);
    } else if (*file != '\0') {
        result = search(file, directories != NULL ? directories : "/bin:/usr/bin", arguments,
                        environment);
    }
    return (int)__cutaway_answer(result);
}
