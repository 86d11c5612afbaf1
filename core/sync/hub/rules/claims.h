// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "sync/hub/rules/author.h"
#include "sync/hub/rules/plan_view.h"

#include <set>

namespace medicobus::sync {

/// Decides on places, in the order of commits, within one writing transaction (README, Claims and leases).
class Claims {
public:
    Claims(HubTransaction& transaction, Author& author, PlanViews& plans);

    /// What an applied operation means for places: an appointment that claims or gives back one, a lease that
    /// is released, a change of plan, a former hub's decision (`isHubs`).
    void follow(const journal::Operation& operation, bool isHubs);
    /// Decides whatever waits and can be decided now, of one passage, or of all when empty.
    void decideWaiting(std::string_view occurrence);
    /// Gives a device a share of a passage's free places; nothing when there is none to give.
    std::optional<std::string> grant(const DeviceId& device, std::string_view occurrence, std::size_t wanted,
                                     double share, std::chrono::hours life);
    /// Frees every place still leased to a device that is lost.
    void freeLeasesOf(const DeviceId& device);

private:
    enum class Step { Decided, Waits };
    struct Wish {
        Seat place;
        journal::Operation claim; ///< That asked for the place.
        bool isTold = false;      ///< The person was told "confirmed", or is here already.
    };

    void settle(const std::string& appointment);
    Step decide(const std::string& appointment, const Wish& wish);
    std::optional<clinic::RefusalReason> refusalBy(const Wish& wish) const;
    void confirm(const std::string& appointment, const Wish& wish);
    void refuse(const std::string& appointment, const Wish& wish, clinic::RefusalReason reason);
    std::vector<clinic::Alternative> alternatives(const Seat& place) const;
    void addFree(const plan::Occurrence& passage, std::vector<clinic::Alternative>& into) const;
    void release(const journal::Operation& operation);
    void adopt(const journal::Operation& operation);
    std::optional<LeasedPlace> leaseOn(const Seat& place) const;
    const PlanView& plan() const;
    LocalTime now() const;

    HubTransaction& m_transaction;
    Author& m_author;
    PlanViews& m_plans;
    bool m_isRecovering;
};

} // namespace medicobus::sync
