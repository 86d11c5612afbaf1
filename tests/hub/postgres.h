// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace medicobus::test {

/// A private PostgreSQL cluster in a temporary folder, reached by a socket there; one for the whole program,
/// stopped at its end. Nothing when PostgreSQL is not installed.
std::optional<std::string> postgresUrl(const std::string& database);

} // namespace medicobus::test
