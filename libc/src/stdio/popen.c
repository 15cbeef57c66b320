/* popen.c: a stream to or from a command of the shell. POSIX. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>

#include "../internal/shell.h"
#include "../internal/stream.h"
#include "../internal/system.h"

/* The child: its end of the pipe becomes its input or output, then it becomes the shell. */
static _Noreturn void become_command(const char *command, int end, int standard)
{
    if (end == standard) {
        ask3(SYSTEM_FCNTL, end, F_SETFD, 0);
    } else {
        ask3(SYSTEM_DUP3, end, standard, 0);
    }
    for (FILE *each = __cutaway_open_streams; each != NULL; each = each->next_stream) {
        if (each->process != 0) {
            ask1(SYSTEM_CLOSE, each->descriptor);
        }
    }
    __cutaway_become_shell(command);
}

FILE *popen(const char *command, const char *mode)
{
    bool reads = mode[0] == 'r';
    int ends[2];
    long process;
    FILE *stream;

    if (mode[0] != 'r' && mode[0] != 'w') {
        errno = EINVAL;
        return NULL;
    }
    if (call2(SYSTEM_PIPE2, ends, O_CLOEXEC) < 0) {
        return NULL;
    }
    stream = __cutaway_new_stream(ends[reads ? 0 : 1], reads ? O_RDONLY : O_WRONLY);
    process = stream == NULL ? -1 : call5(SYSTEM_CLONE, SIGCHLD, 0, 0, 0, 0);
    if (process == 0) {
        become_command(command, ends[reads ? 1 : 0], reads ? 1 : 0);
    }
    ask1(SYSTEM_CLOSE, ends[reads ? 1 : 0]);
    if (process < 0) {
        if (stream != NULL) {
            fclose(stream);
        } else {
            ask1(SYSTEM_CLOSE, ends[reads ? 0 : 1]);
        }
        return NULL;
    }
    if (mode[1] != 'e') {
        ask3(SYSTEM_FCNTL, stream->descriptor, F_SETFD, 0);
    }
    stream->process = (int)process;
    return stream;
}

int pclose(FILE *stream)
{
    long process = stream->process;
    int status = -1;
    long result;

    fclose(stream);
    do {
        result = ask4(SYSTEM_WAIT4, process, &status, 0, NULL);
    } while (result == -EINTR);
    return __cutaway_answer(result) < 0 ? -1 : status;
}
