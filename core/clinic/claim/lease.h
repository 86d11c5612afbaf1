// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/claim/place.h"
#include "journal/operation.h"

#include <set>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// A slot and a seat of one passage.
struct LeasedPlace {
    int slot = 0;
    int seat = 0;

    friend auto operator<=>(const LeasedPlace&, const LeasedPlace&) = default;
};

/// Places that a hub set apart for one device: the open body of `lease.granted`, whose subject is
/// `{"lease", id}`.
struct Lease {
    std::string id;
    journal::DeviceId device;
    plan::OccurrenceId occurrence;
    std::set<LeasedPlace> places;
    Instant until{};

    friend bool operator==(const Lease&, const Lease&) = default;
};

/// Places that a device gives back: the open body of `lease.released`, whose subject is `{"lease", id}`.
struct LeaseRelease {
    std::string lease;
    std::set<LeasedPlace> places;

    friend bool operator==(const LeaseRelease&, const LeaseRelease&) = default;
};

inline constexpr const char* leaseGrantedKind = "lease.granted";
inline constexpr const char* leaseReleasedKind = "lease.released";

/// `lease`, `device`, `occurrence`, `places` (objects with `slot` and `seat`), `until` (UTC milliseconds).
Json toJson(const Lease& lease);
std::optional<Lease> leaseFrom(const Json& body);
/// `lease`, `places`.
Json toJson(const LeaseRelease& release);
std::optional<LeaseRelease> leaseReleaseFrom(const Json& body);

/// The later of two clocks: a device takes a lease for ended as soon as either says so.
Instant leaseClock(Instant wall, HybridTime hybrid);

} // namespace medicobus::clinic
