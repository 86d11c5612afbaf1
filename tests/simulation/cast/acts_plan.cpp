// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/scene.h"

namespace medicobus::simulation {
namespace {

Deed closeSite(const Scene& scene) {
    const auto programme = scene.desk.programme();
    if (!programme) {
        return nothingThere();
    }
    const Date day = parseDate("2027-03-02").value() + date::days(static_cast<int>(scene.number(1) % 10));
    const plan::SiteKey site = programme->sites[scene.number(0) % programme->sites.size()].id;
    const auto done = scene.desk.closeSite(site, day, day, "travaux");
    return done ? Deed() : refused(done);
}

Deed shift(const Scene& scene) {
    const auto passage = scene.pick(scene.tablet.passages(), 0);
    if (!passage) {
        return nothingThere();
    }
    const auto by = std::chrono::minutes(10 * (1 + static_cast<int>(scene.number(1) % 3)));
    const auto done = scene.number(2) % 4 == 0 ? scene.desk.cancelOccurrence(passage->id, "panne")
                                               : scene.desk.moveOccurrence(passage->id, passage->start + by,
                                                                           passage->end + by, "route");
    return done ? Deed() : refused(done);
}

/// Of a kind that only a later version knows.
Deed unknown(const Scene& scene) {
    journal::OperationDraft draft;
    draft.actor = scene.tablet.name();
    draft.subject = {"hereafter", std::to_string(scene.number(0) % 3)};
    draft.kind = "hereafter.said";
    draft.schemaVersion = 3;
    draft.open = {{"value", scene.number(1)}, {"nested", {{"kept", {1, 2.5, "élé"}}}}};
    const auto stored = scene.desk.journal().append(draft);
    return stored ? Deed() : refused(stored);
}

} // namespace

Performances planActs() {
    return {{Act::Close, closeSite}, {Act::Shift, shift}, {Act::Unknown, unknown}};
}

} // namespace medicobus::simulation
