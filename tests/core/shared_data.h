// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

namespace medicobus::testing {

/// The folder of real territories and public instances; empty when the clone stands alone.
inline std::filesystem::path sharedData() {
    const std::filesystem::path folder = MEDICOBUS_SHARED_DATA;
    return std::filesystem::exists(folder) ? folder : std::filesystem::path();
}

} // namespace medicobus::testing

/// First line of a test that needs real data.
#define MEDICOBUS_NEEDS_SHARED_DATA()                                                                        \
    if (medicobus::testing::sharedData().empty()) {                                                          \
        GTEST_SKIP() << "skipped: no shared data";                                                           \
    }                                                                                                        \
    static_assert(true)
