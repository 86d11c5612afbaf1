// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/plan_view.h"

#include "clinic/store/programme.h"
#include "clinic/store/projection.h"
#include "journal/store/sqlite_error.h"

namespace medicobus::sync {

namespace {

/// Reads plan edits the way that a device does: through the clinic's own tables, in memory.
std::shared_ptr<const plan::Programme> programmeFrom(const std::vector<StoredOperation>& edits) {
    std::shared_ptr<const plan::Programme> programme;
    const auto read = journal::guarded(nullptr, ":memory:", [&]() -> Result<void> {
        journal::Connection tables(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const clinic::ClinicProjection projection;
        projection.create(tables);
        for (const StoredOperation& edit : edits) {
            // What cannot be read changes nothing here, as on a device.
            (void)projection.apply(tables, edit.operation);
        }
        auto made = clinic::programmeNow(tables, "hub");
        if (made) {
            programme = std::move(*made);
        }
        return {};
    });
    return read ? programme : nullptr;
}

} // namespace

std::optional<plan::Occurrence> PlanView::passage(std::string_view occurrence) const {
    const auto id = plan::OccurrenceId::parse(occurrence);
    if (!programme || !id) {
        return std::nullopt;
    }
    const Date day = dateOf(id->originalStart);
    for (plan::Occurrence& each : plan::occurrences(*programme, day, day)) {
        if (each.id == *id) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

std::shared_ptr<const PlanView> PlanViews::now(HubTransaction& transaction) {
    const std::int64_t revision = transaction.lastPlanEdit();
    const std::lock_guard lock(m_guard);
    if (m_last && m_last->revision == revision) {
        return m_last;
    }
    auto view = std::make_shared<PlanView>();
    view->revision = revision;
    const auto edits = transaction.planEdits();
    if (!edits.empty()) {
        view->changedAt = edits.back().operation.recordedAt();
    }
    view->programme = programmeFrom(edits);
    m_last = std::move(view);
    return m_last;
}

} // namespace medicobus::sync
