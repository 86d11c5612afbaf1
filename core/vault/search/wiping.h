// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace medicobus::vault {

/// Overwrites memory in a way that the compiler keeps.
void wipe(void* memory, std::size_t bytes);

/// Standard memory that is wiped before it goes back, so that a container of opened texts leaves none behind,
/// not even when it grows.
template <typename T>
struct WipingAllocator {
    using value_type = T;

    WipingAllocator() = default;
    template <typename U>
    WipingAllocator(const WipingAllocator<U>& /*other*/) {}

    T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* memory, std::size_t count) {
        wipe(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    friend bool operator==(const WipingAllocator&, const WipingAllocator&) { return true; }
};

template <typename T>
using WipingVector = std::vector<T, WipingAllocator<T>>;

} // namespace medicobus::vault
