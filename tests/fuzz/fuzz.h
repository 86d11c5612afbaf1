// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace medicobus::fuzz {

/// What a target does with one input; each target defines its own, and `driver.cpp` hands it libFuzzer's.
/// An exception that leaves it is a find: the public functions of `core` throw none.
void feed(std::string_view bytes);

/// Ends the run as a find when a property does not hold.
inline void require(bool holds, std::string_view property) {
    if (!holds) {
        std::cerr << "property broken: " << property << '\n';
        std::abort();
    }
}

/// What is refused has a code, under which a sentence is kept.
inline void requireSayable(const Error& error) {
    require(!error.code().name.empty(), "a refusal has a code");
}

/// True when there is a value; a refusal must be sayable.
template <typename T>
bool isRead(const Result<T>& result) {
    if (!result) {
        requireSayable(result.error());
    }
    return result.has_value();
}

/// What was read is written in a form that reads back as the same: `write(read(write(x))) == write(x)`.
template <typename Read, typename Write>
void requireRoundTrip(std::string_view bytes, const Read& read, const Write& write) {
    const auto first = read(bytes);
    if (!isRead(first)) {
        return;
    }
    const std::string written = write(*first);
    const auto again = read(written);
    if (!again) {
        std::cerr << again.error().code().name << " at " << again.error().detail("key") << " of\n" << written;
    }
    require(again.has_value(), "what was written reads back");
    require(write(*again) == written, "what was read back is written alike");
}

} // namespace medicobus::fuzz
