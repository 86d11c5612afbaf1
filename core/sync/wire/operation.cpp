// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/operation.h"

#include <limits>

namespace medicobus::sync {

Json toJson(const Operation& operation) {
    Json json = {{"id", operation.id.text()},
                 {"device", operation.device.text()},
                 {"seq", operation.seq},
                 {"millis", operation.time.millis},
                 {"counter", operation.time.counter},
                 {"actor", operation.actor},
                 {"subject", {{"type", operation.subject.type}, {"id", operation.subject.id}}},
                 {"kind", operation.kind},
                 {"version", operation.schemaVersion},
                 {"open", operation.open},
                 {"previous", toBase64(operation.previousHash)},
                 {"hash", toBase64(operation.hash)}};
    if (operation.sealed) {
        json["sealed"] = toBase64(*operation.sealed);
    }
    if (operation.sealKey) {
        json["seal_key"] = *operation.sealKey;
    }
    if (operation.signature) {
        json["signature"] = toBase64(*operation.signature);
    }
    return json;
}

Operation readOperation(JsonReader& reader) {
    Operation operation;
    operation.id = {readUuid(reader, "id")};
    operation.device = {readUuid(reader, "device")};
    operation.seq = reader.integer("seq", 1, std::numeric_limits<std::int64_t>::max() - 1);
    operation.time.millis = toMillis(readInstant(reader, "millis"));
    operation.time.counter =
        static_cast<std::uint16_t>(reader.integer("counter", 0, std::numeric_limits<std::uint16_t>::max()));
    operation.actor = reader.text("actor");
    reader.object("subject", [&](JsonReader& subject) {
        operation.subject.type = subject.text("type");
        operation.subject.id = subject.text("id");
    });
    operation.kind = reader.text("kind");
    operation.schemaVersion = reader.whole("version", 1, std::numeric_limits<int>::max());
    operation.open = reader.raw("open");
    if (!operation.open.is_object()) {
        reader.fail(medicobus::codes::jsonType, "open", operation.open.type_name(), "object");
    }
    operation.previousHash = readArray<32>(reader, "previous");
    operation.hash = readArray<32>(reader, "hash");
    if (reader.has("sealed")) {
        operation.sealed = readBytes(reader, "sealed");
    }
    if (reader.has("seal_key")) {
        operation.sealKey = reader.text("seal_key");
        if (!operation.sealed) {
            reader.fail(medicobus::codes::jsonMissingKey, "sealed");
        }
    }
    if (reader.has("signature")) {
        operation.signature = readArray<64>(reader, "signature");
    }
    return operation;
}

Json toJson(const Envelope& envelope) {
    return {{"key", envelope.key}, {"wrapped", toBase64(envelope.wrapped)}};
}

Envelope readEnvelope(JsonReader& reader) {
    return {reader.text("key"), readBytes(reader, "wrapped")};
}

Json toJson(const std::vector<Operation>& operations) {
    Json list = Json::array();
    for (const Operation& operation : operations) {
        list.push_back(toJson(operation));
    }
    return list;
}

Json toJson(const std::vector<Envelope>& envelopes) {
    Json list = Json::array();
    for (const Envelope& envelope : envelopes) {
        list.push_back(toJson(envelope));
    }
    return list;
}

std::vector<Operation> readOperations(JsonReader& reader, std::string_view key) {
    std::vector<Operation> operations;
    reader.each(key, [&](JsonReader& item) { operations.push_back(readOperation(item)); });
    return operations;
}

std::vector<Envelope> readEnvelopes(JsonReader& reader, std::string_view key) {
    std::vector<Envelope> envelopes;
    reader.each(key, [&](JsonReader& item) { envelopes.push_back(readEnvelope(item)); });
    return envelopes;
}

} // namespace medicobus::sync
