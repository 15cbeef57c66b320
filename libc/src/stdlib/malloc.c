/*
 * malloc.c: the heap: malloc, calloc, realloc, aligned_alloc and free. C17 7.22.3.
 *
 * The heap is one row of chunks without gaps, from __cutaway_heap_first to __cutaway_heap_end. A
 * chunk is a header of 16 bytes, then the bytes that its user gets; its size, a multiple of 16 and
 * at least 32, counts both.
 *
 *     in use                                free
 *     +0   ┌────────────────────────┐       ┌────────────────────────┐
 *          │ size           | 1     │       │ size           | 0     │
 *     +8   ├────────────────────────┤       ├────────────────────────┤
 *          │ size of the one before │       │ size of the one before │
 *     +16  ├────────────────────────┤  ◄─── ├────────────────────────┤ what malloc returned
 *          │ the user's bytes       │       │ next free chunk        │
 *     +24  │                        │       ├────────────────────────┤
 *          │                        │       │ previous free chunk    │
 *     +32  │                        │       ├────────────────────────┤
 *          │                        │       │ garbage: what the last │
 *     +size└────────────────────────┘       │ user left              │
 *                                           └────────────────────────┘
 *
 * Bit 0 of the first word says "in use". The first chunk has 0 as the size of the one before. At
 * __cutaway_heap_end stands a last header alone, the fence: size 0, in use. So a walk is
 *
 *     for (c = first; c != end; c = (char *)c + (c->size_and_use & ~1)) …
 *
 * and the fence's second word leads back to the last chunk. The two sizes at each border must agree;
 * where they do not, somebody wrote past his block, and the program is stopped when a function here
 * sees it.
 *
 * Free chunks are in a list, the last freed first, and the first that fits is taken (first fit); what
 * is left of it becomes a free chunk. Two free chunks are never neighbours: they are merged at once.
 * When nothing fits, the heap grows by whole pages with the system call brk; it never shrinks.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../internal/machine.h"
#include "../internal/message.h"
#include "../internal/system.h"

enum {
    IN_USE = 1,
    GRAIN = 16,
    HEADER_SIZE = 16,
    CHUNK_SIZE_MIN = 32,
    PAGE_SIZE = 4096
};

struct chunk {
    size_t size_and_use;
    size_t size_before;
    struct chunk *next;     /* only in a free chunk */
    struct chunk *previous; /* only in a free chunk */
};

/* The header of the first chunk, and the fence; both null until the first allocation. */
struct chunk *__cutaway_heap_first;
struct chunk *__cutaway_heap_end;

/* The free chunk to try first, or null. */
static struct chunk *free_list;

/* ---- One chunk and its neighbours ---- */

static size_t chunk_size(const struct chunk *chunk)
{
    return chunk->size_and_use & ~(size_t)IN_USE;
}

static bool in_use(const struct chunk *chunk)
{
    return (chunk->size_and_use & IN_USE) != 0;
}

static void *user_of(struct chunk *chunk)
{
    return (char *)chunk + HEADER_SIZE;
}

static struct chunk *chunk_of(void *user)
{
    return (struct chunk *)((char *)user - HEADER_SIZE);
}

static struct chunk *chunk_after(struct chunk *chunk)
{
    return (struct chunk *)((char *)chunk + chunk_size(chunk));
}

static struct chunk *chunk_before(struct chunk *chunk)
{
    return (struct chunk *)((char *)chunk - chunk->size_before);
}

/* Gives the chunk a size and a use, and tells the chunk after it. */
static void set_chunk(struct chunk *chunk, size_t size, size_t use)
{
    chunk->size_and_use = size | use;
    chunk_after(chunk)->size_before = size;
}

/* The size of a chunk for so many user bytes, or 0 when no object can be that large. */
static size_t chunk_size_for(size_t user_size)
{
    size_t size;

    if (user_size > PTRDIFF_MAX - PAGE_SIZE) {
        return 0;
    }
    size = (user_size + HEADER_SIZE + GRAIN - 1) / GRAIN * GRAIN;
    return size < CHUNK_SIZE_MIN ? CHUNK_SIZE_MIN : size;
}

/* ---- The list of free chunks ---- */

static void list_chunk(struct chunk *chunk)
{
    chunk->next = free_list;
    chunk->previous = NULL;
    if (free_list != NULL) {
        free_list->previous = chunk;
    }
    free_list = chunk;
}

static void unlist_chunk(struct chunk *chunk)
{
    struct chunk *next = chunk->next;
    struct chunk *previous = chunk->previous;
    bool linked_from_before = previous == NULL ? free_list == chunk : previous->next == chunk;

    if (!linked_from_before || (next != NULL && next->previous != chunk)) {
        __cutaway_fail("malloc(): a freed block was written to: its list pointers are broken");
    }
    if (previous == NULL) {
        free_list = next;
    } else {
        previous->next = next;
    }
    if (next != NULL) {
        next->previous = previous;
    }
}

static struct chunk *first_fit(size_t size)
{
    struct chunk *chunk = free_list;

    while (chunk != NULL && chunk_size(chunk) < size) {
        chunk = chunk->next;
    }
    return chunk;
}

/* Makes the chunk free and merges it with its free neighbours. */
static void release_chunk(struct chunk *chunk)
{
    struct chunk *after = chunk_after(chunk);
    size_t size = chunk_size(chunk);

    chunk->size_and_use = size; /* also if it is swallowed: a second free finds it not in use */
    if (!in_use(after)) {
        unlist_chunk(after);
        size += chunk_size(after);
    }
    if (chunk->size_before != 0 && !in_use(chunk_before(chunk))) {
        chunk = chunk_before(chunk);
        unlist_chunk(chunk);
        size += chunk_size(chunk);
    }
    set_chunk(chunk, size, 0);
    list_chunk(chunk);
}

/* Cuts a chunk in use down to size, if what is left over is enough for a chunk. */
static void trim_chunk(struct chunk *chunk, size_t size)
{
    size_t rest_size = chunk_size(chunk) - size;
    struct chunk *rest;

    if (rest_size < CHUNK_SIZE_MIN) {
        return;
    }
    set_chunk(chunk, size, IN_USE);
    rest = chunk_after(chunk);
    set_chunk(rest, rest_size, IN_USE);
    release_chunk(rest);
}

/* ---- Growth ---- */

static char *program_break(char *wanted)
{
    return (char *)__cutaway_syscall(SYSTEM_BRK, (long)wanted, 0, 0, 0, 0, 0);
}

/* Makes the row empty: a fence alone, at the present break. */
static bool begin_heap(void)
{
    char *start = program_break(NULL);
    struct chunk *fence = (struct chunk *)(start + (GRAIN - (uintptr_t)start % GRAIN) % GRAIN);

    if (program_break((char *)fence + HEADER_SIZE) != (char *)fence + HEADER_SIZE) {
        return false;
    }
    fence->size_and_use = 0 | IN_USE;
    fence->size_before = 0;
    __cutaway_heap_first = fence;
    __cutaway_heap_end = fence;
    return true;
}

/* Adds whole pages, so that the last chunk is free and has at least this size. */
static bool grow_heap(size_t size)
{
    struct chunk *chunk;
    char *end;

    if (__cutaway_heap_end == NULL && !begin_heap()) {
        return false;
    }
    chunk = __cutaway_heap_end;
    end = (char *)chunk + size + HEADER_SIZE;
    end += (PAGE_SIZE - (uintptr_t)end % PAGE_SIZE) % PAGE_SIZE;
    if (program_break(end) != end) {
        return false;
    }
    __cutaway_heap_end = (struct chunk *)(end - HEADER_SIZE);
    __cutaway_heap_end->size_and_use = 0 | IN_USE;
    set_chunk(chunk, (size_t)((char *)__cutaway_heap_end - (char *)chunk), IN_USE);
    release_chunk(chunk);
    return true;
}

/* A chunk in use of at least this size, or null and errno. */
static struct chunk *take_chunk(size_t size)
{
    struct chunk *chunk = size == 0 ? NULL : first_fit(size);

    if (chunk == NULL && size != 0 && grow_heap(size)) {
        chunk = first_fit(size);
    }
    if (chunk == NULL) {
        errno = ENOMEM;
        return NULL;
    }
    unlist_chunk(chunk);
    set_chunk(chunk, chunk_size(chunk), IN_USE);
    return chunk;
}

/* ---- Suspicion ---- */

/* Ends the program over a pointer that a user hands back; who watches the run is told which. */
static void refuse(void *user, const char *reason)
{
    __cutaway_died(user);
    __cutaway_fail(reason);
}

/* The chunk of a pointer that a user hands back, or the end of the program with a reason. */
static struct chunk *checked_chunk(void *user, const char *invalid, const char *freed,
                                   const char *corrupted)
{
    struct chunk *chunk = chunk_of(user);
    uintptr_t address = (uintptr_t)chunk;
    uintptr_t first = (uintptr_t)__cutaway_heap_first;
    uintptr_t end = (uintptr_t)__cutaway_heap_end;
    size_t size;

    if (address % GRAIN != 0 || address < first || address >= end) {
        refuse(user, invalid);
    }
    size = chunk_size(chunk);
    if (size < CHUNK_SIZE_MIN || size % GRAIN != 0 || size > end - address) {
        refuse(user, invalid);
    }
    if (!in_use(chunk)) {
        refuse(user, freed);
    }
    if (chunk_after(chunk)->size_before != size) {
        refuse(user, corrupted);
    }
    return chunk;
}

/* ---- The functions of C ---- */

void *malloc(size_t size)
{
    size_t wanted = chunk_size_for(size);
    struct chunk *chunk = take_chunk(wanted);

    if (chunk == NULL) {
        return NULL;
    }
    trim_chunk(chunk, wanted);
    return __cutaway_born(user_of(chunk), size);
}

void *calloc(size_t count, size_t size)
{
    void *user;

    if (size != 0 && count > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    user = malloc(count * size);
    return user == NULL ? NULL : memset(user, 0, count * size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    size_t wanted = chunk_size_for(size);
    struct chunk *chunk;
    size_t gap;

    if (alignment == 0 || (alignment & (alignment - 1)) != 0) {
        errno = EINVAL;
        return NULL;
    }
    if (alignment <= GRAIN) {
        return malloc(size);
    }
    if (wanted == 0 || alignment > PTRDIFF_MAX - wanted - CHUNK_SIZE_MIN) {
        errno = ENOMEM;
        return NULL;
    }
    chunk = take_chunk(wanted + alignment + CHUNK_SIZE_MIN);
    if (chunk == NULL) {
        return NULL;
    }
    gap = (alignment - (uintptr_t)user_of(chunk) % alignment) % alignment;
    if (gap != 0) {
        struct chunk *unaligned = chunk;
        size_t whole = chunk_size(chunk);

        gap += gap < CHUNK_SIZE_MIN ? alignment : 0;
        set_chunk(unaligned, gap, IN_USE);
        chunk = chunk_after(unaligned);
        set_chunk(chunk, whole - gap, IN_USE);
        release_chunk(unaligned);
    }
    trim_chunk(chunk, wanted);
    return __cutaway_born(user_of(chunk), size);
}

void free(void *object)
{
    struct chunk *chunk;

    if (object == NULL) {
        return;
    }
    chunk = checked_chunk(object, "free(): invalid pointer", "free(): double free detected",
                          "free(): the header after the block was overwritten");
    __cutaway_died(object);
    release_chunk(chunk);
}

/* Lets a chunk in use take bytes from its free neighbour above, if it then has the size. */
static bool extend_chunk(struct chunk *chunk, size_t size)
{
    struct chunk *after = chunk_after(chunk);

    if (in_use(after) || chunk_size(chunk) + chunk_size(after) < size) {
        return false;
    }
    unlist_chunk(after);
    set_chunk(chunk, chunk_size(chunk) + chunk_size(after), IN_USE);
    return true;
}

/* Copies the object into a block elsewhere and frees it here; null leaves it as it was. */
static void *move_object(void *object, size_t kept, size_t size)
{
    void *copy = malloc(size);

    if (copy == NULL) {
        return NULL;
    }
    memcpy(copy, object, kept);
    free(object);
    return copy;
}

void *realloc(void *object, size_t size)
{
    size_t wanted = chunk_size_for(size);
    struct chunk *chunk;

    if (object == NULL) {
        return malloc(size);
    }
    if (size == 0) {
        free(object);
        return NULL;
    }
    chunk = checked_chunk(object, "realloc(): invalid pointer", "realloc(): the block was freed",
                          "realloc(): the header after the block was overwritten");
    if (wanted == 0) {
        errno = ENOMEM;
        return NULL;
    }
    if (chunk_size(chunk) < wanted && !extend_chunk(chunk, wanted)) {
        return move_object(object, chunk_size(chunk) - HEADER_SIZE, size);
    }
    trim_chunk(chunk, wanted);
    return __cutaway_resized(object, size);
}
