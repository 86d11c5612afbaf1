// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

namespace medicobus::sync {

using journal::Envelope;
using journal::Operation;

/// `{id, device, seq, millis, counter, actor, subject: {type, id}, kind, version, open, sealed?, seal_key?,
/// previous, hash, signature?}`: `millis` and `counter` are the hybrid time, the open body is passed on as it
/// came, whatever it holds.
/// Throws, as the library's writer does, for what is not UTF-8, which no journal holds.
std::string textOf(const Operation& operation);
/// Reads the fields of one operation; whether its hash is right is for the reader of its chain to see.
Operation readOperation(JsonReader& reader);

/// `{key, wrapped}`.
Envelope readEnvelope(JsonReader& reader);

/// The object `head` with arrays of these under `operations` and `envelopes`. They make nearly all of a
/// message, so they are written at once rather than made into values first.
std::string textOf(const Json& head, const std::vector<Operation>& operations,
                   const std::vector<Envelope>& envelopes);
/// Arrays of these under a key.
std::vector<Operation> readOperations(JsonReader& reader, std::string_view key);
std::vector<Envelope> readEnvelopes(JsonReader& reader, std::string_view key);

} // namespace medicobus::sync
