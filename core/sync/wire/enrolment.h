// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/invitation.h"

namespace medicobus::sync {

/// `POST /v1/invitations`, by an enrolled device: the right to ask once, for a device to come.
struct InvitationRequest {
    Role role = Role::Crew;
    /// INSEE code, for a town hall.
    std::string commune;
};

/// The answer. The rest of the code is known to who asked: the hub's address and keys.
struct InvitationAnswer {
    std::array<std::uint8_t, 20> secret{};
    Instant until;
    Instant hubTime;
};

/// `POST /v1/enrolments`: the device to come asks, with the secret of its invitation.
struct EnrolmentRequest {
    std::array<std::uint8_t, 20> secret{};
    /// The identity that the device already writes under.
    DeviceId device;
    /// What people call it.
    std::string name;
    PublicKey signKey{};
    /// X25519, for sealed boxes.
    PublicKey boxKey{};
};

/// Where an enrolment stands: the answer to the request, and to `GET /v1/enrolments/{id}` until it is
/// decided.
struct Enrolment {
    enum class State { Pending, Approved, Refused };

    std::string id;
    State state = State::Pending;
    DeviceId device;
    std::string name;
    Role role = Role::Crew;
    std::string commune;
    PublicKey signKey{};
    PublicKey boxKey{};
    Instant hubTime;
    /// Once approved as crew: the crew's key in a sealed box to `boxKey`. The first crew device gets none,
    /// and makes the key.
    std::optional<std::string> crewKey;
};

/// `POST /v1/enrolments/{id}/approval`, by an enrolled device.
struct Approval {
    bool isApproved = true;
    std::optional<std::string> crewKey;
};

/// The six digits that both sides show: BLAKE2b-256 over `"medicobus-digits/1"`, the hub's key, the device's
/// two keys and the enrolment's id; its first eight bytes, big-endian, modulo a million.
std::string comparisonDigits(const PublicKey& hubKey, const PublicKey& signKey, const PublicKey& boxKey,
                             std::string_view enrolment);

/// One line of `GET /v1/devices`.
struct DeviceEntry {
    enum class State { Active, Revoked };

    DeviceId device;
    std::string name;
    Role role = Role::Crew;
    std::string commune;
    PublicKey signKey{};
    PublicKey boxKey{};
    State state = State::Active;
    /// By the hub's clock; nothing before its first session.
    std::optional<Instant> lastContact;
    std::int64_t ackedThrough = 0;
    /// The device's clock less the hub's at its last contact, when it told its own.
    std::optional<std::chrono::milliseconds> drift;
    /// What it said at its last contact that it had yet to send; nothing of a program that does not say.
    std::optional<std::int64_t> unsent;
    std::optional<Instant> unsentSince; ///< By the hub's clock, when there is any.
    /// A wipe was ordered, and whether the device said that it was done.
    bool isWipeOrdered = false;
    bool isWiped = false;
};

struct DeviceList {
    Instant hubTime;
    std::vector<DeviceEntry> devices;
};

struct EnrolmentList {
    Instant hubTime;
    std::vector<Enrolment> enrolments;
};

/// `POST /v1/devices/{id}/revocation`.
struct Revocation {
    bool wipe = false;
};

Json toJson(const InvitationRequest& request);
Json toJson(const InvitationAnswer& answer);
Json toJson(const EnrolmentRequest& request);
Json toJson(const Enrolment& enrolment);
Json toJson(const EnrolmentList& list);
Json toJson(const Approval& approval);
Json toJson(const DeviceEntry& entry);
Json toJson(const DeviceList& list);
Json toJson(const Revocation& revocation);
/// Errors: `sync.bad_message`.
[[nodiscard]] Result<InvitationRequest> readInvitationRequest(std::string_view body);
[[nodiscard]] Result<InvitationAnswer> readInvitationAnswer(std::string_view body);
[[nodiscard]] Result<EnrolmentRequest> readEnrolmentRequest(std::string_view body);
[[nodiscard]] Result<Enrolment> readEnrolment(std::string_view body);
[[nodiscard]] Result<EnrolmentList> readEnrolmentList(std::string_view body);
[[nodiscard]] Result<Approval> readApproval(std::string_view body);
[[nodiscard]] Result<DeviceList> readDeviceList(std::string_view body);
[[nodiscard]] Result<Revocation> readRevocation(std::string_view body);

} // namespace medicobus::sync
