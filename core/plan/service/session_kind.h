// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "plan/plan.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::plan {

/// What is offered in a session. A doctor and a nurse with a doctor by video meet the need of general
/// practice; each of the others meets a need of its own, given by the policy.
enum class Service { Doctor, NurseVideo, Specialist, Prevention, HomeRound };

/// `doctor`, `nurse_video`, `specialist`, `prevention`, `home_round`: as files write them.
std::string_view serviceName(Service service);
std::optional<Service> parseService(std::string_view name);

inline bool meetsGeneralPractice(Service service) {
    return service == Service::Doctor || service == Service::NurseVideo;
}

/// Consultations of a doctor that one place of a video consultation replaces, unless the kind says so.
inline constexpr double defaultVideoShare = 0.7;

/// The need of a service other than general practice, which has no indicator by commune.
struct ServiceNeed {
    enum class Population { All, From65 };

    Service service = Service::Prevention;
    double per1000Year = 0; ///< Acts a year that 1,000 people of that population need.
    Population population = Population::All;
    /// Worth of an act against a doctor's consultation, both where there is none at all.
    double weight = 1;

    friend bool operator==(const ServiceNeed&, const ServiceNeed&) = default;
};

/// A kind of session: a half-day, a whole day with its pause, or a stop of free length, somewhere inside a
/// window.
struct SessionKind {
    SessionKey id;
    TimeOfDay from;
    TimeOfDay to;
    /// From start to end, pause included; the longest that is allowed where the length is free.
    std::chrono::minutes length;
    /// The shortest length where it is free: lengths go from here by whole slots. 0: `length` alone.
    std::chrono::minutes minLength{0};
    Service service = Service::Doctor;
    double gpShare = 1; ///< Consultations of a doctor that one place replaces; 0: a need of its own.
    std::chrono::minutes ownSlot{0};   ///< 0: the policy's.
    std::chrono::minutes pause{0};     ///< Inside the session; neither places nor work.
    std::vector<std::string> skills{}; ///< That whoever covers the session must all have.
    /// Persons whom one slot is offered to. Above 1 some are expected not to come; no figure counts more for
    /// it.
    int seats = 1;

    bool isFree() const { return minLength.count() > 0 && minLength < length; }
    std::chrono::minutes shortest() const { return isFree() ? minLength : length; }
    /// Whether a session of this kind may last so long, with slots of so many minutes.
    bool allows(std::chrono::minutes asked, std::chrono::minutes slot) const {
        return isFree() ? minLength <= asked && asked <= length && (asked - minLength) % slot == slot.zero()
                        : asked == length;
    }
    std::chrono::minutes slotOr(std::chrono::minutes ofPolicy) const {
        return ownSlot.count() > 0 ? ownSlot : ofPolicy;
    }
};

} // namespace medicobus::plan
