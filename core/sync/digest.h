// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/http.h"

#include <string>
#include <string_view>

// A body says what it is: the header `content-digest` (RFC 9530) with SHA-256. TLS protects a body between
// two ends; this protects it from a proxy, a cache or a disk that cuts or changes it.

namespace medicobus::sync {

inline constexpr const char* digestHeader = "content-digest";

/// `sha-256=:BASE64:`, RFC 9530 section 2.
std::string contentDigest(std::string_view body);

/// Whether the body is the one that its header speaks of; false without such a header.
bool isIntact(const HttpCall& call);
bool isIntact(const HttpAnswer& answer);

/// Sets the header from the body.
void addDigest(HttpCall& call);
void addDigest(HttpAnswer& answer);

} // namespace medicobus::sync
