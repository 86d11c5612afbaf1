// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/enrolment.h"

#include <fmt/format.h>
#include <sodium.h>

namespace medicobus::sync {
namespace {

constexpr std::array<std::string_view, 3> enrolmentWords{"pending", "approved", "refused"};
constexpr std::array<std::string_view, 2> deviceWords{"active", "revoked"};

template <typename Enum, std::size_t Count>
std::string_view wordOf(Enum value, const std::array<std::string_view, Count>& words) {
    return words[static_cast<std::size_t>(value)];
}

Role readRole(JsonReader& reader) {
    const std::string word = reader.text("role");
    const auto role = parseRole(word);
    if (!role && reader.ok()) {
        reader.fail(codes::jsonRange, "role", word);
    }
    return role.value_or(Role::TownHall);
}

Enrolment readOne(JsonReader& reader) {
    Enrolment enrolment;
    enrolment.id = reader.text("enrolment");
    enrolment.state = readWord<Enrolment::State>(reader, "state", enrolmentWords);
    enrolment.device = {readUuid(reader, "device")};
    enrolment.name = reader.text("name");
    enrolment.role = readRole(reader);
    enrolment.commune = reader.text("commune", {});
    enrolment.signKey = readArray<32>(reader, "sign_key");
    enrolment.boxKey = readArray<32>(reader, "box_key");
    enrolment.hubTime = readInstant(reader, "hub_time");
    if (reader.has("crew_key")) {
        enrolment.crewKey = readBytes(reader, "crew_key");
    }
    return enrolment;
}

DeviceEntry readEntry(JsonReader& reader) {
    DeviceEntry entry;
    entry.device = {readUuid(reader, "device")};
    entry.name = reader.text("name");
    entry.role = readRole(reader);
    entry.commune = reader.text("commune", {});
    entry.signKey = readArray<32>(reader, "sign_key");
    entry.boxKey = readArray<32>(reader, "box_key");
    entry.state = readWord<DeviceEntry::State>(reader, "state", deviceWords);
    if (reader.has("last_contact")) {
        entry.lastContact = readInstant(reader, "last_contact");
    }
    entry.ackedThrough = readSeq(reader, "acked_through");
    if (reader.has("drift")) {
        constexpr std::int64_t limit = std::int64_t{1} << 50;
        entry.drift = std::chrono::milliseconds(reader.integer("drift", -limit, limit));
    }
    if (reader.has("unsent")) {
        entry.unsent = readSeq(reader, "unsent");
    }
    if (reader.has("unsent_since")) {
        entry.unsentSince = readInstant(reader, "unsent_since");
    }
    entry.isWipeOrdered = reader.flag("wipe_ordered", false);
    entry.isWiped = reader.flag("wiped", false);
    return entry;
}

} // namespace

std::string comparisonDigits(const PublicKey& hubKey, const PublicKey& signKey, const PublicKey& boxKey,
                             std::string_view enrolment) {
    std::string bytes = "medicobus-digits/1";
    bytes += viewOf(hubKey);
    bytes += viewOf(signKey);
    bytes += viewOf(boxKey);
    bytes += enrolment;
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < 8; ++at) {
        number = number << 8 | hash[at];
    }
    return fmt::format("{:06}", number % 1'000'000);
}

Json toJson(const EnrolmentRequest& request) {
    return {{"secret", toBase64(request.secret)},
            {"device", request.device.text()},
            {"name", request.name},
            {"sign_key", toBase64(request.signKey)},
            {"box_key", toBase64(request.boxKey)}};
}

Json toJson(const Enrolment& enrolment) {
    Json json = {{"enrolment", enrolment.id},
                 {"state", wordOf(enrolment.state, enrolmentWords)},
                 {"device", enrolment.device.text()},
                 {"name", enrolment.name},
                 {"role", codeOf(enrolment.role)},
                 {"commune", enrolment.commune},
                 {"sign_key", toBase64(enrolment.signKey)},
                 {"box_key", toBase64(enrolment.boxKey)},
                 {"hub_time", toMillis(enrolment.hubTime)}};
    if (enrolment.crewKey) {
        json["crew_key"] = toBase64(*enrolment.crewKey);
    }
    return json;
}

Json toJson(const EnrolmentList& list) {
    Json enrolments = Json::array();
    for (const Enrolment& enrolment : list.enrolments) {
        enrolments.push_back(toJson(enrolment));
    }
    return {{"hub_time", toMillis(list.hubTime)}, {"enrolments", std::move(enrolments)}};
}

Json toJson(const Approval& approval) {
    Json json = {{"approved", approval.isApproved}};
    if (approval.crewKey) {
        json["crew_key"] = toBase64(*approval.crewKey);
    }
    return json;
}

Json toJson(const DeviceEntry& entry) {
    Json json = {{"device", entry.device.text()},
                 {"name", entry.name},
                 {"role", codeOf(entry.role)},
                 {"commune", entry.commune},
                 {"sign_key", toBase64(entry.signKey)},
                 {"box_key", toBase64(entry.boxKey)},
                 {"state", wordOf(entry.state, deviceWords)},
                 {"acked_through", entry.ackedThrough},
                 {"wipe_ordered", entry.isWipeOrdered},
                 {"wiped", entry.isWiped}};
    if (entry.lastContact) {
        json["last_contact"] = toMillis(*entry.lastContact);
    }
    if (entry.drift) {
        json["drift"] = entry.drift->count();
    }
    if (entry.unsent) {
        json["unsent"] = *entry.unsent;
    }
    if (entry.unsentSince) {
        json["unsent_since"] = toMillis(*entry.unsentSince);
    }
    return json;
}

Json toJson(const DeviceList& list) {
    Json devices = Json::array();
    for (const DeviceEntry& entry : list.devices) {
        devices.push_back(toJson(entry));
    }
    return {{"hub_time", toMillis(list.hubTime)}, {"devices", std::move(devices)}};
}

Json toJson(const Revocation& revocation) {
    return {{"wipe", revocation.wipe}};
}

Json toJson(const InvitationRequest& request) {
    return {{"role", codeOf(request.role)}, {"commune", request.commune}};
}

Json toJson(const InvitationAnswer& answer) {
    return {{"secret", toBase64(answer.secret)},
            {"until", toMillis(answer.until)},
            {"hub_time", toMillis(answer.hubTime)}};
}

Result<InvitationRequest> readInvitationRequest(std::string_view body) {
    InvitationRequest request;
    auto read = readMessage(body, [&](JsonReader& reader) {
        request.role = readRole(reader);
        request.commune = reader.text("commune", "");
    });
    return read.map([&] { return request; });
}

Result<InvitationAnswer> readInvitationAnswer(std::string_view body) {
    InvitationAnswer answer;
    auto read = readMessage(body, [&](JsonReader& reader) {
        answer.secret = readArray<20>(reader, "secret");
        answer.until = readInstant(reader, "until");
        answer.hubTime = readInstant(reader, "hub_time");
    });
    return read.map([&] { return answer; });
}

Result<EnrolmentRequest> readEnrolmentRequest(std::string_view body) {
    EnrolmentRequest request;
    auto read = readMessage(body, [&](JsonReader& reader) {
        request.secret = readArray<20>(reader, "secret");
        request.device = {readUuid(reader, "device")};
        request.name = reader.text("name");
        request.signKey = readArray<32>(reader, "sign_key");
        request.boxKey = readArray<32>(reader, "box_key");
    });
    return read.map([&] { return std::move(request); });
}

Result<Enrolment> readEnrolment(std::string_view body) {
    Enrolment enrolment;
    return readMessage(body, [&](JsonReader& reader) { enrolment = readOne(reader); }).map([&] {
        return std::move(enrolment);
    });
}

Result<EnrolmentList> readEnrolmentList(std::string_view body) {
    EnrolmentList list;
    auto read = readMessage(body, [&](JsonReader& reader) {
        list.hubTime = readInstant(reader, "hub_time");
        reader.each("enrolments", [&](JsonReader& item) { list.enrolments.push_back(readOne(item)); });
    });
    return read.map([&] { return std::move(list); });
}

Result<Approval> readApproval(std::string_view body) {
    Approval approval;
    auto read = readMessage(body, [&](JsonReader& reader) {
        approval.isApproved = reader.flag("approved", false);
        if (reader.has("crew_key")) {
            approval.crewKey = readBytes(reader, "crew_key");
        }
    });
    return read.map([&] { return std::move(approval); });
}

Result<DeviceList> readDeviceList(std::string_view body) {
    DeviceList list;
    auto read = readMessage(body, [&](JsonReader& reader) {
        list.hubTime = readInstant(reader, "hub_time");
        reader.each("devices", [&](JsonReader& item) { list.devices.push_back(readEntry(item)); });
    });
    return read.map([&] { return std::move(list); });
}

Result<Revocation> readRevocation(std::string_view body) {
    Revocation revocation;
    auto read = readMessage(body, [&](JsonReader& reader) { revocation.wipe = reader.flag("wipe", false); });
    return read.map([&] { return revocation; });
}

} // namespace medicobus::sync
