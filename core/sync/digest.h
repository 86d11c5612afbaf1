// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/http.h"

#include <string>
#include <string_view>

// A body says what it is: the header `content-digest` (RFC 9530). TLS protects a body between two ends; this
// protects it from a proxy, a cache or a disk that cuts or changes it. SHA-256 is what everybody has; our own
// two ends use BLAKE2b-256, which takes a tenth of the time here and which the registry of that header lacks.

namespace medicobus::sync {

inline constexpr const char* digestHeader = "content-digest";

inline constexpr const char* wantedDigestHeader = "want-content-digest";

enum class Digest { Sha256, Blake2b };

/// `sha-256=:BASE64:` or `blake2b-256=:BASE64:`, RFC 9530 section 2.
std::string contentDigest(std::string_view body, Digest digest);
/// The one that a call asks for by its `want-content-digest` (section 4): SHA-256 unless it names the other.
Digest wantedDigest(const HttpCall& call);

/// Whether the body is the one that its header speaks of; false without such a header.
bool isIntact(const HttpCall& call);
bool isIntact(const HttpAnswer& answer);

/// Sets the header from the body.
void addDigest(HttpCall& call, Digest digest = Digest::Blake2b);
void addDigest(HttpAnswer& answer, Digest digest = Digest::Sha256);

} // namespace medicobus::sync
