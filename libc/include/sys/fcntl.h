/* sys/fcntl.h: fcntl.h under its old name. */
#include <fcntl.h>
