// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/operation.h"

#include "base/json/text.h"

#include <limits>

namespace medicobus::sync {
namespace {

/// `,"name":` and a value; the first one of an object comes after its brace.
class Members {
public:
    explicit Members(std::string& out) : m_out(out) {}

    void text(std::string_view name, std::string_view value) {
        begin(name);
        appendJsonText(m_out, value);
    }
    void base64(std::string_view name, std::string_view bytes) {
        begin(name);
        m_out.push_back('"');
        appendBase64(m_out, bytes);
        m_out.push_back('"');
    }
    void value(std::string_view name, const Json& value) {
        begin(name);
        appendJson(m_out, value);
    }
    void begin(std::string_view name) {
        m_out.push_back(m_before);
        m_before = ',';
        m_out.push_back('"');
        m_out.append(name);
        m_out.append("\":");
    }
    void end() { m_out.push_back('}'); }

private:
    std::string& m_out;
    char m_before = '{';
};

void append(std::string& out, const Operation& operation) {
    Members members(out);
    members.text("id", operation.id.text());
    members.text("device", operation.device.text());
    members.value("seq", operation.seq);
    members.value("millis", operation.time.millis);
    members.value("counter", operation.time.counter);
    members.text("actor", operation.actor);
    members.begin("subject");
    Members subject(out);
    subject.text("type", operation.subject.type);
    subject.text("id", operation.subject.id);
    subject.end();
    members.text("kind", operation.kind);
    members.value("version", operation.schemaVersion);
    members.value("open", operation.open);
    members.base64("previous", viewOf(operation.previousHash));
    members.base64("hash", viewOf(operation.hash));
    if (operation.sealed) {
        members.base64("sealed", *operation.sealed);
    }
    if (operation.sealKey) {
        members.text("seal_key", *operation.sealKey);
    }
    if (operation.signature) {
        members.base64("signature", viewOf(*operation.signature));
    }
    members.end();
}

void append(std::string& out, const Envelope& envelope) {
    Members members(out);
    members.text("key", envelope.key);
    members.base64("wrapped", envelope.wrapped);
    members.end();
}

template <typename Item>
void append(std::string& out, std::string_view name, const std::vector<Item>& items) {
    appendJsonText(out, name);
    out.append(":[");
    for (const Item& item : items) {
        append(out, item);
        out.push_back(',');
    }
    if (!items.empty()) {
        out.pop_back();
    }
    out.push_back(']');
}

} // namespace

std::string textOf(const Operation& operation) {
    std::string out;
    append(out, operation);
    return out;
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

Envelope readEnvelope(JsonReader& reader) {
    return {reader.text("key"), readBytes(reader, "wrapped")};
}

std::string textOf(const Json& head, const std::vector<Operation>& operations,
                   const std::vector<Envelope>& envelopes) {
    constexpr std::size_t aboutAnOperation = 900;
    std::string out;
    out.reserve(operations.size() * aboutAnOperation);
    appendJson(out, head);
    out.back() = ',';
    append(out, "operations", operations);
    out.push_back(',');
    append(out, "envelopes", envelopes);
    out.push_back('}');
    return out;
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
