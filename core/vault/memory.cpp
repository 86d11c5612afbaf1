// SPDX-License-Identifier: EUPL-1.2
#include "vault/memory.h"

#include <pthread.h>
#include <sodium.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace medicobus::vault {
namespace {

constexpr std::size_t mostBytes = 1024 * 1024;
/// Left alone at the end of the stack, for signal handlers and the wiping call itself.
constexpr std::size_t margin = 64 * 1024;

/// The last address of this thread's stack; 0 when it is not known.
std::uintptr_t askForEndOfStack() {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
        return 0;
    }
    void* lowest = nullptr;
    std::size_t size = 0;
    const int found = pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
    return found == 0 ? reinterpret_cast<std::uintptr_t>(lowest) : 0;
}

std::size_t freeStack() {
    // Asked once: for the main thread the C library reads the map of the whole process.
    thread_local const std::uintptr_t end = askForEndOfStack();
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    return end != 0 && here > end ? here - end : 0;
}

} // namespace

void scrubStack() {
    const std::size_t free = freeStack();
    if (free > margin) {
        sodium_stackzero(std::min(free - margin, mostBytes));
    }
}

void wipe(std::string& text) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    // Never a copy of the empty text: that would keep the memory.
    std::string().swap(text);
}

bool forbidCoreDumps() {
#ifdef __linux__
    const rlimit none{0, 0};
    return setrlimit(RLIMIT_CORE, &none) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
#else
    return true;
#endif
}

} // namespace medicobus::vault
