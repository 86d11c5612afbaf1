// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/rest.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

using Broken = std::optional<Violation>;

bool isAmong(const std::vector<clinic::Displaced>& list, const clinic::AppointmentId& id) {
    return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.appointment.id == id; });
}

/// What the lists of a device leave out of its appointments.
Broken unlisted(Tablet& tablet) {
    clinic::Desk& desk = tablet.desk();
    const auto toReplace = desk.toReplace();
    const auto toConfirm = desk.toConfirm();
    if (!toReplace || !toConfirm) {
        return Violation{Guarantee::RefusalsAreSeen,
                         fmt::format("{} cannot tell whom to call", tablet.name())};
    }
    for (const clinic::AppointmentId& id : tablet.appointmentIds()) {
        const auto appointment = desk.appointment(id);
        const bool isAhead = appointment && dateOf(appointment->promised) >= dateOf(desk.now());
        const bool isLive = isAhead && appointment->state == clinic::AppointmentState::Booked;
        if (isLive && appointment->claim == clinic::Claim::ToReplace && !isAmong(*toReplace, id)) {
            return Violation{
                Guarantee::RefusalsAreSeen,
                fmt::format("{} was refused its place, and {} does not list it", id.text(), tablet.name())};
        }
        if (isLive && appointment->claim == clinic::Claim::Requested && !isAmong(*toConfirm, id)
            && !isAmong(*toReplace, id)) {
            return Violation{Guarantee::RefusalsAreSeen,
                             fmt::format("{} waits, and {} does not list it", id.text(), tablet.name())};
        }
    }
    for (const clinic::Displaced& each : *toReplace) {
        if (each.mishap == clinic::Mishap::None) {
            return Violation{
                Guarantee::RefusalsAreSeen,
                fmt::format("{} lists {} without a reason", tablet.name(), each.appointment.id.text())};
        }
    }
    return std::nullopt;
}

/// Refusals in the journal that the appointments do not show.
Broken unshown(Tablet& tablet) {
    const journal::Journal& journal = tablet.desk().journal();
    for (const clinic::AppointmentId& id : tablet.appointmentIds()) {
        const auto history = journal.ofSubject({"appointment", id.text()});
        const auto appointment = tablet.desk().appointment(id);
        if (!history || !appointment || appointment->state == clinic::AppointmentState::Cancelled) {
            continue;
        }
        std::string claim;
        std::map<std::string, std::string> decisions;
        for (const journal::Operation& each : *history) {
            const bool isClaim = each.kind == "appointment.booked" || each.kind == "appointment.deposited"
                                 || each.kind == "appointment.moved" || each.kind == "appointment.reinstated";
            claim = isClaim ? each.id.text() : claim;
            if (each.kind.starts_with("claim.")) {
                std::string& word = decisions[each.open.value("operation", "")];
                // What was told first stays until the hub ends it; a refusal stays for good.
                const bool isEnd = each.kind == "claim.ended";
                word = word.empty() || (isEnd ? word == "claim.confirmed" : word == "claim.ended") ? each.kind
                                                                                                   : word;
            }
        }
        const auto last = decisions.find(claim);
        const bool isRefused = last != decisions.end() && last->second == "claim.refused";
        if (isRefused && !appointment->refusal && appointment->state == clinic::AppointmentState::Booked) {
            return Violation{
                Guarantee::RefusalsAreSeen,
                fmt::format("{} holds the refusal of {} and does not show it", tablet.name(), id.text())};
        }
    }
    return std::nullopt;
}

/// What the hub rejected and the author does not say so of.
Broken unsaid(Stage& stage, Tablet& tablet) {
    const journal::Journal& journal = tablet.desk().journal();
    const auto ruled = journal.ruled();
    const auto operations = journal.since(journal.device(), 0);
    Broken found;
    stage.company().hub.look([&](sync::HubTransaction& transaction) {
        for (const journal::Operation& each : *operations) {
            const auto stored = transaction.operation(journal.device(), each.seq);
            const bool isRejected = stored && !stored->ruling.isApplied();
            const bool isSaid = std::any_of(ruled->begin(), ruled->end(), [&](const auto& said) {
                return said.operation.id == each.id && said.note.verdict == "rejected";
            });
            if (isRejected != isSaid) {
                found = Violation{Guarantee::RefusalsAreSeen,
                                  fmt::format("the hub {} a {} of {}, which {}",
                                              isRejected ? "rejected" : "took", each.kind, tablet.name(),
                                              isSaid ? "says rejected" : "does not say so")};
            }
        }
    });
    return found;
}

} // namespace

Broken refusalsAreSeen(Stage& stage) {
    for (Tablet* tablet : stage.working()) {
        stage.outcome().checks.note(Guarantee::RefusalsAreSeen);
        if (auto found = unsaid(stage, *tablet)) {
            return found;
        }
    }
    for (Tablet* tablet : stage.crew()) {
        stage.outcome().checks.note(Guarantee::RefusalsAreSeen);
        const RunningAs running(tablet->process());
        if (auto found = unlisted(*tablet)) {
            return found;
        }
        if (auto found = unshown(*tablet)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace medicobus::simulation
