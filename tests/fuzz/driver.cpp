// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    medicobus::fuzz::feed({reinterpret_cast<const char*>(data), size});
    return 0;
}
