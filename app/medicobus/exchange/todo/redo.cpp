// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/redo.h"

#include "plan/programme_json.h"
#include "workspace.h"

namespace medicobus::app {

namespace {

std::string textAt(const journal::Operation& operation, const char* key) {
    const auto found = operation.open.is_object() ? operation.open.find(key) : operation.open.end();
    return found != operation.open.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<void> publishAgain(Workspace& workspace, const journal::Operation& operation) {
    auto programme = plan::parseProgramme(operation.open.dump(), {});
    if (!programme) {
        return Fault(programme.error());
    }
    // A version of its own: the number of the first try was turned down with it.
    programme->version.clear();
    return workspace.publish(*programme);
}

Result<void> asVoid(const Result<clinic::Consequence>& done) {
    return done ? Result<void>() : Fault(done.error());
}

Result<void> changePassage(clinic::Desk& desk, const journal::Operation& operation) {
    const auto passage = plan::OccurrenceId::parse(operation.subject.id);
    if (!passage) {
        return fault(clinic::codes::passageUnknown, {{"value", operation.subject.id}});
    }
    const std::string reason = textAt(operation, "reason");
    if (operation.kind == "passage.cancelled") {
        return asVoid(desk.cancelOccurrence(*passage, reason));
    }
    if (operation.kind == "passage.kept") {
        return asVoid(desk.keepOccurrence(*passage));
    }
    const auto start = parseLocal(textAt(operation, "start"));
    const auto end = parseLocal(textAt(operation, "end"));
    return start && end ? asVoid(desk.moveOccurrence(*passage, *start, *end, reason))
                        : fault(clinic::codes::badTimes);
}

} // namespace

Result<void> makeAgain(Workspace& workspace, const journal::Operation& operation) {
    if (operation.kind == "programme.published") {
        return publishAgain(workspace, operation);
    }
    clinic::Desk& desk = *workspace.desk();
    if (operation.kind != "site.closed") {
        return changePassage(desk, operation);
    }
    const auto from = parseDate(textAt(operation, "from"));
    const auto until = parseDate(textAt(operation, "until"));
    return from && until ? asVoid(desk.closeSite(plan::SiteKey{operation.subject.id}, *from, *until,
                                                 textAt(operation, "reason")))
                         : fault(clinic::codes::badTimes);
}

} // namespace medicobus::app
