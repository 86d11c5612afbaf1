// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/chance.h"

#include <sodium.h>
#include <sqlite3.h>

#include <cstdlib>
#include <cstring>

namespace medicobus::simulation {
namespace {

Random& source() {
    static Random random{0};
    return random;
}

void fill(void* into, std::size_t count) {
    auto* bytes = static_cast<std::uint8_t*>(into);
    while (count > 0) {
        const std::uint64_t word = source().next();
        const std::size_t taken = count < sizeof word ? count : sizeof word;
        std::memcpy(bytes, &word, taken);
        bytes += taken;
        count -= taken;
    }
}

std::uint32_t one() {
    return static_cast<std::uint32_t>(source().next() >> 32);
}

const char* nameOfSource() {
    return "seeded";
}

} // namespace

void seedEverything(std::uint64_t seed) {
    source() = Random(seed);
    static randombytes_implementation seeded{nameOfSource, one, nullptr, nullptr, fill, nullptr};
    static const bool isReady = randombytes_set_implementation(&seeded) == 0 && sodium_init() >= 0;
    if (!isReady) {
        std::abort();
    }
    // SQLite keeps a generator of its own, which asks the VFS for its seed once more.
    sqlite3_randomness(0, nullptr);
}

Entropy seededEntropy() {
    return [](std::uint8_t* bytes, std::size_t count) { fill(bytes, count); };
}

} // namespace medicobus::simulation
