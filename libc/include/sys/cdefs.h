/* sys/cdefs.h: how headers that C++ reads too begin and end; nothing for C. */
#ifndef _SYS_CDEFS_H
#define _SYS_CDEFS_H

#define __BEGIN_DECLS
#define __END_DECLS

#endif
