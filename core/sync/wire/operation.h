// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

namespace medicobus::sync {

using journal::Envelope;
using journal::Operation;

/// `{id, device, seq, millis, counter, actor, subject: {type, id}, kind, version, open, sealed?, seal_key?,
/// previous, hash, signature?}`: `millis` and `counter` are the hybrid time, the open body is passed on as it
/// came, whatever it holds.
Json toJson(const Operation& operation);
/// Reads the fields of one operation; whether its hash is right is for the reader of its chain to see.
Operation readOperation(JsonReader& reader);

/// `{key, wrapped}`.
Json toJson(const Envelope& envelope);
Envelope readEnvelope(JsonReader& reader);

/// Arrays of these under a key.
Json toJson(const std::vector<Operation>& operations);
Json toJson(const std::vector<Envelope>& envelopes);
std::vector<Operation> readOperations(JsonReader& reader, std::string_view key);
std::vector<Envelope> readEnvelopes(JsonReader& reader, std::string_view key);

} // namespace medicobus::sync
