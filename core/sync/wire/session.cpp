// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/session.h"

namespace medicobus::sync {

std::string sessionProof(std::string_view challenge) {
    return "medicobus-session/1" + std::string(challenge);
}

Json toJson(const Challenge& challenge) {
    return {{"challenge", toBase64(challenge.challenge)}, {"hub_time", toMillis(challenge.hubTime)}};
}

Json toJson(const SessionRequest& request) {
    return {{"device", request.device.text()},
            {"challenge", toBase64(request.challenge)},
            {"signature", toBase64(request.signature)}};
}

Json toJson(const Session& session) {
    return {{"token", session.token},
            {"valid_for", session.validFor.count()},
            {"hub_time", toMillis(session.hubTime)},
            {"epoch", session.epoch},
            {"role", session.role}};
}

Json toJson(const Refusal& refusal) {
    Json json = {{"code", refusal.code}, {"details", refusal.details}};
    if (refusal.wipe) {
        json["wipe"] = true;
    }
    return json;
}

Result<Challenge> readChallenge(std::string_view body) {
    Challenge challenge;
    auto read = readMessage(body, [&](JsonReader& reader) {
        challenge.challenge = readBytes(reader, "challenge");
        challenge.hubTime = readInstant(reader, "hub_time");
    });
    return read.map([&] { return std::move(challenge); });
}

Result<SessionRequest> readSessionRequest(std::string_view body) {
    SessionRequest request;
    auto read = readMessage(body, [&](JsonReader& reader) {
        request.device = {readUuid(reader, "device")};
        request.challenge = readBytes(reader, "challenge");
        request.signature = readArray<64>(reader, "signature");
    });
    return read.map([&] { return std::move(request); });
}

Result<Session> readSession(std::string_view body) {
    Session session;
    auto read = readMessage(body, [&](JsonReader& reader) {
        session.token = reader.text("token");
        session.validFor = std::chrono::seconds(reader.integer("valid_for", 0, 366 * 24 * 3600));
        session.hubTime = readInstant(reader, "hub_time");
        session.epoch = reader.text("epoch");
        session.role = reader.text("role");
    });
    return read.map([&] { return std::move(session); });
}

Result<Refusal> readRefusal(std::string_view body) {
    Refusal refusal;
    auto read = readMessage(body, [&](JsonReader& reader) {
        refusal.code = reader.text("code");
        refusal.wipe = reader.flag("wipe", false);
        if (reader.has("details")) {
            reader.object("details", [&](JsonReader& inside) {
                for (const std::string& key : inside.keys()) {
                    refusal.details[key] = inside.text(key);
                }
            });
        }
    });
    return read.map([&] { return std::move(refusal); });
}

} // namespace medicobus::sync
