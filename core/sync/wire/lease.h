// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/codec.h"

namespace medicobus::sync {

/// One person's place in a slot of a passage.
struct Place {
    int slot = 0;
    int seat = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// `POST /v1/leases`: asks for a share of a passage's free places.
struct LeaseRequest {
    /// Made by who asks, and the same when the call is repeated: the lease that is granted takes it as its
    /// id.
    Uuid request;
    /// The passage's identity.
    std::string occurrence;
    /// At most how many places.
    int places = 0;
};

/// A share of a passage's places that one device alone may confirm, until its end. Also the open body of
/// `lease.granted`.
struct Lease {
    std::string id;
    DeviceId device;
    std::string occurrence;
    std::vector<Place> places;
    Instant until;

    friend bool operator==(const Lease&, const Lease&) = default;
};

/// The answer: the granted lease, or nothing where no place was left; the operation itself comes by the next
/// pull.
struct LeaseAnswer {
    Instant hubTime;
    std::optional<Lease> lease;
};

/// The open body of `lease.released`.
struct LeaseRelease {
    std::string lease;
    std::vector<Place> places;
};

Json toJson(const LeaseRequest& request);
Json toJson(const Lease& lease);
Json toJson(const LeaseAnswer& answer);
Json toJson(const LeaseRelease& release);
/// Errors: `sync.bad_message`.
[[nodiscard]] Result<LeaseRequest> readLeaseRequest(std::string_view body);
[[nodiscard]] Result<Lease> readLease(const Json& body);
[[nodiscard]] Result<LeaseAnswer> readLeaseAnswer(std::string_view body);
[[nodiscard]] Result<LeaseRelease> readLeaseRelease(const Json& body);

} // namespace medicobus::sync
