// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/wraps.h"

#include "base/json_reader.h"
#include "vault/codes.h"
#include "vault/keys/base64.h"

#include <algorithm>
#include <set>

namespace medicobus::vault {
namespace {

constexpr std::string_view format = "medicobus-vault/1";
constexpr int mostTries = 1'000'000;
/// Of one hold, and of the running time it ends at: far above any real one.
constexpr double mostMillis = 1e14;

Json crewJson(const CrewWrap& crew) {
    return {{"id", crew.id}, {"public", toBase64(crew.publicKey)}, {"sealed", toBase64(crew.sealed)}};
}

Json userJson(const UserWrap& user) {
    return {{"id", user.id},
            {"label", user.label},
            {"passes", user.cost.passes},
            {"memory_kib", user.cost.memoryKib},
            {"salt", toBase64(user.salt)},
            {"wrapped", toBase64(user.wrapped)}};
}

Json protectedJson(const Wraps& wraps) {
    Json json{{"format", format},
              {"vault", wraps.vault},
              {"keychain_check", toBase64(wraps.keychainCheck)},
              {"sign_key", toBase64(wraps.signKey)},
              {"box_key", toBase64(wraps.boxKey)},
              {"crew", Json::array()},
              {"users", Json::array()}};
    for (const CrewWrap& crew : wraps.crew) {
        json["crew"].push_back(crewJson(crew));
    }
    for (const UserWrap& user : wraps.users) {
        json["users"].push_back(userJson(user));
    }
    if (wraps.recovery) {
        json["recovery"] = {{"public", toBase64(wraps.recovery->publicKey)},
                            {"sealed", toBase64(wraps.recovery->sealed)}};
    }
    return json;
}

std::string textOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Reads base64 of any length, or of exactly `size` bytes.
std::string bytesAt(JsonReader& reader, std::string_view key, std::optional<std::size_t> size = {}) {
    const std::string text = reader.text(key);
    auto bytes = fromBase64(text);
    if (!bytes || (size && bytes->size() != *size)) {
        reader.fail(codes::badWraps, key);
        return std::string(size.value_or(0), '\0');
    }
    return std::move(*bytes);
}

template <std::size_t N>
std::array<std::uint8_t, N> arrayAt(JsonReader& reader, std::string_view key) {
    const std::string bytes = bytesAt(reader, key, N);
    std::array<std::uint8_t, N> array{};
    std::transform(bytes.begin(), bytes.end(), array.begin(),
                   [](char c) { return static_cast<std::uint8_t>(c); });
    return array;
}

std::string nameAt(JsonReader& reader, std::string_view key) {
    std::string name = reader.text(key);
    if (name.empty()) {
        reader.fail(codes::badWraps, key);
    }
    return name;
}

UserWrap readUser(JsonReader& reader) {
    UserWrap user;
    user.id = nameAt(reader, "id");
    user.label = reader.text("label");
    user.cost.passes = reader.whole("passes", 1, PinCost::mostPasses);
    user.cost.memoryKib = reader.whole("memory_kib", PinCost::leastMemoryKib, PinCost::mostMemoryKib);
    user.salt = arrayAt<16>(reader, "salt");
    user.wrapped = bytesAt(reader, "wrapped");
    user.wrongPins = reader.whole("wrong_pins", 0, mostTries);
    return user;
}

Hold readHold(JsonReader& reader) {
    const auto millis = [&](std::string_view key) {
        return std::chrono::milliseconds(static_cast<std::int64_t>(reader.number(key, 0, mostMillis)));
    };
    return {reader.text("boot"), millis("until_ms"), millis("length_ms")};
}

void readAll(JsonReader& reader, Wraps& wraps) {
    if (reader.text("format") != format) {
        reader.fail(codes::badWraps, "format", {}, std::string(format));
    }
    wraps.vault = nameAt(reader, "vault");
    wraps.keychainCheck = arrayAt<16>(reader, "keychain_check");
    wraps.signKey = arrayAt<32>(reader, "sign_key");
    wraps.boxKey = arrayAt<32>(reader, "box_key");
    wraps.mac = arrayAt<32>(reader, "mac");
    reader.each("crew", [&](JsonReader& crew) {
        std::string id = nameAt(crew, "id");
        const PublicKey key = arrayAt<32>(crew, "public");
        wraps.crew.push_back({std::move(id), key, bytesAt(crew, "sealed")});
    });
    std::set<std::string> ids;
    reader.each("users", [&](JsonReader& user) {
        wraps.users.push_back(readUser(user));
        if (!ids.insert(wraps.users.back().id).second) {
            user.fail(codes::badWraps, "id");
        }
    });
    if (reader.has("recovery")) {
        reader.object("recovery", [&](JsonReader& recovery) {
            const PublicKey key = arrayAt<32>(recovery, "public");
            wraps.recovery = {key, bytesAt(recovery, "sealed")};
        });
    }
    if (reader.has("hold")) {
        reader.object("hold", [&](JsonReader& hold) { wraps.hold = readHold(hold); });
    }
}

Fault badWraps(const Error& cause) {
    return fault(codes::badWraps,
                 {{"key", std::string(cause.detail("key"))}, {"cause", std::string(cause.code().name)}});
}

} // namespace

UserWrap* Wraps::findUser(std::string_view id) {
    const auto at =
        std::find_if(users.begin(), users.end(), [&](const UserWrap& user) { return user.id == id; });
    return at != users.end() ? &*at : nullptr;
}

std::string protectedPart(const Wraps& wraps) {
    return textOf(protectedJson(wraps));
}

std::string encodeWraps(const Wraps& wraps) {
    Json json = protectedJson(wraps);
    for (std::size_t i = 0; i < wraps.users.size(); ++i) {
        json["users"][i]["wrong_pins"] = wraps.users[i].wrongPins;
    }
    if (wraps.hold) {
        json["hold"] = {{"boot", wraps.hold->boot},
                        {"until_ms", wraps.hold->until.count()},
                        {"length_ms", wraps.hold->length.count()}};
    }
    json["mac"] = toBase64(wraps.mac);
    return textOf(json);
}

Result<Wraps> decodeWraps(std::string_view json) {
    const auto parsed = JsonReader::parse(json, {});
    if (!parsed) {
        return badWraps(parsed.error());
    }
    if (!parsed->is_object()) {
        return fault(codes::badWraps, {{"key", "$"}});
    }
    JsonReader reader(*parsed, "$", {});
    Wraps wraps;
    readAll(reader, wraps);
    if (const auto done = reader.finish(); !done) {
        return badWraps(done.error());
    }
    return wraps;
}

} // namespace medicobus::vault
