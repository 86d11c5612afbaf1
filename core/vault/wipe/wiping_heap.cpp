// SPDX-License-Identifier: EUPL-1.2
// Stands in for the C library's `free` and `realloc` in a whole program, its shared libraries included (also
// `operator delete`, which calls `free`), so that every block is zero before anyone else can have it: names
// and phones pass through std::string, QString and JSON values, and none of these wipes what it lets go of.
// Only glibc has the `__libc_` entry points that this rests on.

#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#ifdef __GLIBC__

// Both are glibc's own names, not ours to choose.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" void __libc_free(void* block);
extern "C" void* __libc_malloc(std::size_t size);
// NOLINTEND(bugprone-reserved-identifier)

namespace {

void wipe(void* from, std::size_t size) {
    std::memset(from, 0, size);
    // Keeps the writes, though nobody reads them again.
    asm volatile("" : : "r"(from) : "memory");
}

} // namespace

extern "C" void free(void* block) noexcept {
    if (block == nullptr) {
        return;
    }
    wipe(block, malloc_usable_size(block));
    __libc_free(block);
}

extern "C" void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr) {
        return __libc_malloc(size);
    }
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t held = malloc_usable_size(block);
    if (size <= held && size >= held / 2) {
        wipe(static_cast<char*>(block) + size, held - size);
        return block;
    }
    // glibc's own would move the block and leave the old one as it was.
    void* moved = __libc_malloc(size);
    if (moved != nullptr) {
        std::memcpy(moved, block, std::min(held, size));
        free(block);
    }
    return moved;
}

extern "C" void* reallocarray(void* block, std::size_t count, std::size_t size) noexcept {
    std::size_t total = 0;
    if (__builtin_mul_overflow(count, size, &total)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(block, total);
}

#endif
