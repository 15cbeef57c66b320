/* search.h: tables, trees and lists. POSIX. */
#ifndef _SEARCH_H
#define _SEARCH_H

#include <stddef.h>

typedef struct entry {
    char *key;
    void *data;
} ENTRY;
typedef enum { FIND, ENTER } ACTION;
typedef enum { preorder, postorder, endorder, leaf } VISIT;

int hcreate(size_t count);
void hdestroy(void);
ENTRY *hsearch(ENTRY entry, ACTION action);

void insque(void *element, void *before);
void remque(void *element);

void *lfind(const void *key, const void *base, size_t *count, size_t size,
            int (*compare)(const void *key, const void *element));
void *lsearch(const void *key, void *base, size_t *count, size_t size,
              int (*compare)(const void *key, const void *element));

void *tdelete(const void *__restrict key, void **__restrict root,
              int (*compare)(const void *key, const void *element));
void tdestroy(void *root, void (*release)(void *element));
void *tfind(const void *key, void *const *root,
            int (*compare)(const void *key, const void *element));
void *tsearch(const void *key, void **root, int (*compare)(const void *key, const void *element));
void twalk(const void *root, void (*visit)(const void *node, VISIT when, int depth));

#endif
