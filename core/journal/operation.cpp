// SPDX-License-Identifier: EUPL-1.2
#include "journal/operation.h"

#include "base/json/text.h"
#include "base/text/fold.h"

#include <sodium.h>

#include <string_view>

namespace medicobus::journal {
namespace {

/// Appends values to a byte string by the grammar of operation.h.
class Encoder {
public:
    Encoder() : m_bytes("medicobus-operation/1") {}

    template <typename Unsigned>
    void number(Unsigned value) {
        for (int shift = static_cast<int>(sizeof(Unsigned)) * 8 - 8; shift >= 0; shift -= 8) {
            m_bytes.push_back(static_cast<char>((value >> shift) & 0xFF));
        }
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        m_bytes.append(value);
    }
    template <std::size_t Size>
    void raw(const std::array<std::uint8_t, Size>& bytes) {
        m_bytes.append(bytes.begin(), bytes.end());
    }
    void flag(bool isPresent) { m_bytes.push_back(isPresent ? '\x01' : '\x00'); }

    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

Fault badField(const Operation& operation, std::string key) {
    return fault(codes::badOperation, {{"key", std::move(key)}, {"kind", operation.kind}});
}

/// Nothing, or the first field that no journal may hold.
Result<void> checkFields(const Operation& operation) {
    if (operation.actor.empty()) {
        return badField(operation, "actor");
    }
    if (operation.subject.type.empty() || operation.subject.id.empty()) {
        return badField(operation, "subject");
    }
    if (operation.kind.empty()) {
        return fault(codes::badOperation, {{"key", "kind"}});
    }
    if (operation.schemaVersion < 1) {
        return badField(operation, "schema_version");
    }
    if (!operation.open.is_object()) {
        return badField(operation, "open");
    }
    if (operation.sealKey && !operation.sealed) {
        return badField(operation, "sealed");
    }
    for (const auto* text :
         {&operation.actor, &operation.subject.type, &operation.subject.id, &operation.kind}) {
        if (firstInvalidUtf8(*text)) {
            return fault(codes::badOperation, {{"key", "utf-8"}});
        }
    }
    return {};
}

} // namespace

Result<std::string> canonicalBytes(const Operation& operation) {
    if (auto checked = checkFields(operation); !checked) {
        return Fault(checked.error());
    }
    Encoder encoder;
    encoder.raw(operation.id.value.bytes());
    encoder.raw(operation.device.value.bytes());
    encoder.number(static_cast<std::uint64_t>(operation.seq));
    encoder.number(static_cast<std::uint64_t>(operation.time.packed()));
    encoder.text(operation.actor);
    encoder.text(operation.subject.type);
    encoder.text(operation.subject.id);
    encoder.text(operation.kind);
    encoder.number(static_cast<std::uint32_t>(operation.schemaVersion));
    try {
        encoder.text(jsonText(operation.open));
    } catch (const Json::exception&) {
        // The library's writer refuses what is not UTF-8.
        return fault(codes::badOperation, {{"key", "utf-8"}});
    }
    encoder.flag(operation.sealed.has_value());
    if (operation.sealed) {
        encoder.text(*operation.sealed);
        encoder.flag(operation.sealKey.has_value());
        if (operation.sealKey) {
            encoder.text(*operation.sealKey);
        }
    }
    encoder.raw(operation.previousHash);
    return encoder.take();
}

Result<Hash> hashOf(const Operation& operation) {
    const auto bytes = canonicalBytes(operation);
    if (!bytes) {
        return Fault(bytes.error());
    }
    // Chooses the processor's fastest implementation; the hash is the same without it.
    [[maybe_unused]] static const int started = sodium_init();
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes->data()),
                       bytes->size(), nullptr, 0);
    return hash;
}

} // namespace medicobus::journal
