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
    /// What was confirmed by a former hub may be rejected by this one: it holds no place then.
    void followRejected(const journal::Operation& operation);
    /// Decides whatever waits and can be decided now, of one passage, or of all when empty.
    void decideWaiting(std::string_view occurrence);
    /// Gives a device a share of a passage's free places, under the id of its request; false when there is
    /// none to give. What was given under this id before is given no second time.
    bool grant(const DeviceId& device, const Uuid& request, std::string_view occurrence, std::size_t wanted,
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

    struct Case;

    void settle(const std::string& appointment);
    bool awaitsClaim(const Case& matter);
    bool giveBack(const Case& matter, const std::vector<clinic::Hold>& holds);
    bool keep(const Case& matter, const clinic::Hold& hold);
    Step decide(const Case& matter, const Wish& wish);
    std::optional<clinic::RefusalReason> refusalBy(const Wish& wish) const;
    void confirm(const Case& matter, const Wish& wish);
    void refuse(const Case& matter, const Wish& wish, clinic::RefusalReason reason);
    void end(const Case& matter, const OperationId& claim, const Seat& place);
    void say(const Case& matter, const clinic::Decision& decision);
    void wait(const std::string& appointment, const OperationId& claim, const Seat& place);
    bool isTold(const WaitingClaim& waiting);
    static clinic::Decision decisionOn(const Case& matter, const OperationId& claim, const Seat& place);
    /// Whether its own device gave up a claim, or somebody who knew of it.
    static bool isGivenUp(const Case& matter, const journal::Operation& claim);
    /// Whether a claim confirmed itself by this very share.
    static bool isUseOf(const std::optional<LeasedPlace>& leased, const journal::Operation& claim);
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
