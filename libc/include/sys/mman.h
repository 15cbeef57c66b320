/* sys/mman.h: mappings of memory, with the numbers of RISC-V Linux. POSIX. */
#ifndef _SYS_MMAN_H
#define _SYS_MMAN_H

#include <sys/types.h>

#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define MAP_SHARED 0x01
#define MAP_PRIVATE 0x02
#define MAP_FIXED 0x10
#define MAP_ANONYMOUS 0x20
#define MAP_ANON MAP_ANONYMOUS
#define MAP_GROWSDOWN 0x0100
#define MAP_LOCKED 0x2000
#define MAP_NORESERVE 0x4000
#define MAP_POPULATE 0x8000
#define MAP_STACK 0x20000
#define MAP_FIXED_NOREPLACE 0x100000
#define MAP_FAILED ((void *)-1)
#define MS_ASYNC 1
#define MS_INVALIDATE 2
#define MS_SYNC 4
#define MREMAP_MAYMOVE 1
#define MREMAP_FIXED 2
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define POSIX_MADV_NORMAL 0
#define POSIX_MADV_RANDOM 1
#define POSIX_MADV_SEQUENTIAL 2
#define POSIX_MADV_WILLNEED 3
#define POSIX_MADV_DONTNEED 4
#define MFD_CLOEXEC 1

int madvise(void *start, size_t size, int advice);
int memfd_create(const char *name, unsigned int flags);
int mlock(const void *start, size_t size);
void *mmap(void *start, size_t size, int protection, int flags, int descriptor, off_t offset);
int mprotect(void *start, size_t size, int protection);
void *mremap(void *start, size_t size, size_t wanted, int flags, ...);
int msync(void *start, size_t size, int flags);
int munlock(const void *start, size_t size);
int munmap(void *start, size_t size);
int posix_madvise(void *start, size_t size, int advice);

#endif
