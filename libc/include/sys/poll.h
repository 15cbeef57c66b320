/* sys/poll.h: poll.h under its old name. */
#include <poll.h>
