/* memory.h: string.h under an old name. */
#include <string.h>
