/* scan.h: the one engine behind the scanf family. C17 7.21.6.2. */
#ifndef CUTAWAY_SCAN_H
#define CUTAWAY_SCAN_H

#include <stdarg.h>

/* Where characters come from: the next one or EOF, and one step back. */
struct source {
    int (*take)(struct source *source);
    void (*give_back)(struct source *source, int c);
};

/* Scans the source. Returns the count of assignments, or EOF when input ended before the first. */
int __cutaway_scan(struct source *source, const char *format, va_list arguments);

#endif
