/* tmpfile.c: a file without a name, gone when it is closed. C17 7.21.4.3. */
#include <fcntl.h>

#include "../internal/stream.h"
#include "../internal/system.h"
#include "../internal/temporary.h"

FILE *tmpfile(void)
{
    char path[] = P_tmpdir "/fileXXXXXX";
    int descriptor = __cutaway_make_temporary(path, 0, 0);

    if (descriptor < 0) {
        return NULL;
    }
    ask3(SYSTEM_UNLINKAT, WORKING_DIRECTORY, path, 0);
    return __cutaway_new_stream(descriptor, O_RDWR);
}
