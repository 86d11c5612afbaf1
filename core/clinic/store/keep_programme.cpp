// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"
#include "clinic/claim/body.h"
#include "clinic/store/keepers.h"
#include "clinic/store/rows.h"

namespace medicobus::clinic {

namespace {

using journal::Operation;

void keepProgramme(journal::Connection& db, const Operation& operation) {
    rows::run(db, "INSERT INTO clinic_programme VALUES (?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id,
              jsonText(operation.open));
}

void keepPassageChange(journal::Connection& db, const Operation& operation) {
    const std::string kind = operation.kind.substr(operation.kind.find('.') + 1);
    std::optional<std::string> start;
    std::optional<std::string> end;
    if (kind == "moved") {
        start = textIn(operation.open, "start");
        end = textIn(operation.open, "end");
    }
    if (!plan::OccurrenceId::parse(operation.subject.id)
        || (start && (!parseLocal(*start) || !parseLocal(*end)))) {
        return;
    }
    rows::run(db, "INSERT INTO clinic_passage_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, kind, start, end,
              textIn(operation.open, "reason"), wholeIn(operation.open, "sequence").value_or(1));
}

void keepClosure(journal::Connection& db, const Operation& operation) {
    const std::string first = textIn(operation.open, "from");
    const std::string last = textIn(operation.open, "until");
    if (!parseDate(first) || !parseDate(last)) {
        return;
    }
    rows::run(db, "INSERT INTO clinic_closure VALUES (?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, first, last,
              textIn(operation.open, "reason"));
}

void keepTour(journal::Connection& db, const Operation& operation) {
    const std::string at = textIn(operation.open, "at");
    if (parseLocal(at)) {
        rows::run(db, "INSERT INTO clinic_tour VALUES (?, ?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
                  operation.time.packed(), operation.device.text(), operation.subject.id, operation.kind,
                  textIn(operation.open, "occurrence"), at, wholeIn(operation.open, "driven_m"));
    }
}

} // namespace

void keepRevert(journal::Connection& db, const Operation& operation) {
    const std::string target = textIn(operation.open, "operation");
    if (Uuid::parse(target)) {
        rows::run(db, "INSERT INTO clinic_reverted VALUES (?, ?, ?, ?)", operation.id.text(),
                  operation.time.packed(), target, operation.subject.id);
    }
}

Keepers programmeKeepers() {
    return {{"programme.published", keepProgramme},
            {"passage.moved", keepPassageChange},
            {"passage.cancelled", keepPassageChange},
            {"passage.kept", keepPassageChange},
            {"passage.reverted", keepRevert},
            {"site.closed", keepClosure},
            {"site.reopened", keepRevert},
            {"tour.departed", keepTour},
            {"tour.returned", keepTour},
            {"stop.arrived", keepTour},
            {"stop.left", keepTour},
            {"stop.closed", keepTour},
            {"tour.reverted", keepRevert}};
}

} // namespace medicobus::clinic
