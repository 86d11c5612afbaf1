// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/codec.h"

#include <sodium.h>

namespace medicobus::sync {
namespace {

const auto* unsignedBytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

constexpr std::string_view base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<std::uint8_t, 256> valuesOfBase64() {
    std::array<std::uint8_t, 256> values{};
    values.fill(0xFF);
    for (std::size_t value = 0; value < base64Letters.size(); ++value) {
        values[static_cast<unsigned char>(base64Letters[value])] = static_cast<std::uint8_t>(value);
    }
    return values;
}

constexpr std::array<std::uint8_t, 256> base64Values = valuesOfBase64();

Fault badMessage(const Error& cause) {
    Error error(codes::badMessage);
    for (const auto& [key, value] : cause.details()) {
        if (!value.empty()) {
            // A value of somebody else's may be of any length, and is for a log.
            error.with(key, value.substr(0, 80));
        }
    }
    return Fault(std::move(error).with("cause", std::string(cause.code().name)));
}

} // namespace

std::string toBase64(std::string_view bytes) {
    std::string text;
    appendBase64(text, bytes);
    return text;
}

void appendBase64(std::string& out, std::string_view bytes) {
    std::size_t at = out.size();
    out.resize(at + (bytes.size() * 4 + 2) / 3);
    std::uint32_t group = 0;
    int bits = 0;
    for (const char byte : bytes) {
        group = group << 8U | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 6; bits -= 6) {
            out[at++] = base64Letters[group >> (bits - 6) & 63U];
        }
    }
    if (bits > 0) {
        out[at] = base64Letters[group << (6 - bits) & 63U];
    }
}

std::optional<std::string> fromBase64(std::string_view text) {
    std::string bytes(text.size() * 3 / 4, '\0');
    std::size_t at = 0;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char letter : text) {
        const std::uint8_t value = base64Values[static_cast<unsigned char>(letter)];
        if (value > 63) {
            return std::nullopt;
        }
        group = group << 6U | value;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes[at++] = static_cast<char>(group >> bits & 0xFFU);
        }
    }
    // A letter too many, or one whose spare bits say something: not the canonical spelling.
    const bool isWhole = bits < 6 && (group & ((1U << bits) - 1U)) == 0;
    return isWhole ? std::optional(std::move(bytes)) : std::nullopt;
}

std::string toHex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), unsignedBytes(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> fromHex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t size = 0;
    const int result = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                      text.data(), text.size(), nullptr, &size, nullptr);
    if (result != 0 || size * 2 != text.size()) {
        return std::nullopt;
    }
    return bytes;
}

Result<void> readMessage(std::string_view body, const std::function<void(JsonReader&)>& read) {
    const auto parsed = JsonReader::parse(body, {});
    return parsed ? readMessageIn(*parsed, read) : badMessage(parsed.error());
}

Result<void> readMessageIn(const Json& body, const std::function<void(JsonReader&)>& read) {
    JsonReader reader(body, "$", {});
    reader.allowUnknownKeys();
    if (reader.ok()) {
        read(reader);
    }
    const auto done = reader.finish();
    return done ? done : badMessage(done.error());
}

std::string readBytes(JsonReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    auto bytes = fromBase64(text);
    if (!bytes && reader.ok()) {
        reader.fail(codes::jsonRange, key, text, "base64url");
    }
    return std::move(bytes).value_or(std::string());
}

Uuid readUuid(JsonReader& reader, std::string_view key) {
    const std::string text = reader.text(key);
    const auto uuid = Uuid::parse(text);
    if ((!uuid || uuid->isNil()) && reader.ok()) {
        reader.fail(codes::jsonRange, key, text, "UUID");
    }
    return uuid.value_or(Uuid());
}

Instant readInstant(JsonReader& reader, std::string_view key) {
    return Instant(std::chrono::milliseconds(reader.integer(key, 0, (std::int64_t{1} << 47) - 1)));
}

std::int64_t readSeq(JsonReader& reader, std::string_view key) {
    return reader.integer(key, 0, INT64_MAX - 1);
}

std::map<DeviceId, std::int64_t> readChains(JsonReader& reader, std::string_view key) {
    std::map<DeviceId, std::int64_t> chains;
    reader.object(key, [&](JsonReader& inside) {
        for (const std::string& name : inside.keys()) {
            const auto device = Uuid::parse(name);
            if (!device) {
                inside.fail(codes::jsonRange, name, name, "UUID");
                return;
            }
            chains[{*device}] = readSeq(inside, name);
        }
    });
    return chains;
}

Json chainsToJson(const std::map<DeviceId, std::int64_t>& chains) {
    Json json = Json::object();
    for (const auto& [device, seq] : chains) {
        json[device.text()] = seq;
    }
    return json;
}

std::int64_t toMillis(Instant instant) {
    return instant.time_since_epoch().count();
}

} // namespace medicobus::sync
