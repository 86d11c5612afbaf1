// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace medicobus {

/// A value, or the error that kept it from being made. Public functions of `core` return this and never
/// throw.
template <typename T>
using Result = tl::expected<T, Error>;

using Fault = tl::unexpected<Error>;

/// Shorthand for returning a failure: `return fault(codes::missing, {{"file", path}});`
inline Fault fault(ErrorCode code, std::vector<std::pair<std::string, std::string>> details = {}) {
    Error error(code);
    for (auto& [key, value] : details) {
        error.with(std::move(key), std::move(value));
    }
    return Fault(std::move(error));
}

} // namespace medicobus
