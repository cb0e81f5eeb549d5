#include "wipe.h"

#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define HAS_SANITIZER 1
#endif
#endif

#if defined(__GLIBC__) && !defined(HAS_SANITIZER)

#include <malloc.h>
#include <string.h>

// What glibc's own are behind.
extern void *__libc_malloc(size_t size);
extern void __libc_free(void *block);

void free(void *block) {
    if (!block) return;
    // Not elided: what becomes of the block behind this, the compiler does not know.
    memset(block, 0, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, size_t size) {
    if (!block) return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    size_t room = malloc_usable_size(block);
    // It stays where it is while it is not much too large there; where it moved by itself, it would leave what it held behind.
    if (size <= room && size >= room / 2) return block;
    void *moved = __libc_malloc(size);
    if (!moved) return NULL;
    memcpy(moved, block, size < room ? size : room);
    free(block);
    return moved;
}

#endif
