// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/refused.h"

#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

/// The device's own note that a person dealt with a refusal.
std::string dealtKey(const journal::OperationId& operation) {
    return "refusal-dealt/" + operation.text();
}

bool isEdit(const journal::Operation& operation) {
    return operation.subject.type == "programme" || operation.subject.type == "passage"
           || operation.subject.type == "site";
}

NextStep stepFor(const journal::RuledOperation& ruled, bool isErased) {
    const std::string& reason = ruled.note.reason;
    if (ruled.note.verdict == "conflict") {
        return NextStep::ChooseValue;
    }
    if (reason == "stale_base" && isEdit(ruled.operation)) {
        return NextStep::Redo;
    }
    if (reason == "not_allowed" || reason == "out_of_scope") {
        return NextStep::AskCoordination;
    }
    if (reason == "unknown_key" && !isErased) {
        return NextStep::EnterAgain;
    }
    if (reason == "forked" || reason == "bad_signature" || reason == "bad_hash" || reason == "revoked") {
        return NextStep::EnrolAgain;
    }
    return NextStep::Acknowledge;
}

Refused refusedOf(const journal::RuledOperation& ruled, const journal::Journal& journal) {
    const journal::Operation& made = ruled.operation;
    bool isErased = false;
    if (made.sealKey) {
        const auto envelope = journal.envelope(*made.sealKey);
        isErased = !envelope && envelope.error().code() == journal::codes::erased;
    }
    return {made.id,
            made.kind,
            made.subject,
            made.recordedAt(),
            ruled.note.verdict == "conflict",
            ruled.note.reason,
            ruled.note.by,
            stepFor(ruled, isErased)};
}

} // namespace

Result<std::vector<Refused>> Desk::refusals() const {
    const auto ruled = m_state->journal->ruled();
    if (!ruled) {
        return Fault(ruled.error());
    }
    std::vector<Refused> refused;
    for (const journal::RuledOperation& each : *ruled) {
        if (each.note.verdict != "rejected" && each.note.verdict != "conflict") {
            continue;
        }
        const auto dealt = m_state->journal->local(dealtKey(each.operation.id));
        if (!dealt) {
            return Fault(dealt.error());
        }
        if (!*dealt) {
            refused.push_back(refusedOf(each, *m_state->journal));
        }
    }
    return refused;
}

Result<void> Desk::dismissRefusal(const journal::OperationId& operation) {
    return m_state->journal->setLocal(dealtKey(operation), "1");
}

Result<Consequence> Desk::redo(const journal::OperationId& operation) {
    const auto open = refusals();
    const auto made = m_state->journal->operation(operation);
    if (!open || !made) {
        return Fault(open ? made.error() : open.error());
    }
    const bool isToRedo = std::any_of(open->begin(), open->end(), [&](const Refused& each) {
        return each.operation == operation && each.next == NextStep::Redo;
    });
    if (!isToRedo || !*made) {
        return fault(codes::cannotRedo,
                     {{"value", operation.text()}, {"kind", *made ? (*made)->kind : std::string()}});
    }
    auto done = m_state->remake(*this, **made);
    if (!done) {
        return done;
    }
    return dismissRefusal(operation).map([&] { return std::move(*done); });
}

Result<Consequence> Desk::State::remake(Desk& desk, const journal::Operation& made) {
    const std::string reason = textIn(made.open, "reason");
    const auto passage = plan::OccurrenceId::parse(made.subject.id);
    if (made.kind == "passage.moved" && passage) {
        const auto start = parseLocal(textIn(made.open, "start"));
        const auto end = parseLocal(textIn(made.open, "end"));
        if (!start || !end) {
            return fault(codes::cannotRedo, {{"value", made.id.text()}, {"kind", made.kind}});
        }
        return desk.moveOccurrence(*passage, *start, *end, reason);
    }
    if (made.kind == "passage.cancelled" && passage) {
        return desk.cancelOccurrence(*passage, reason);
    }
    if (made.kind == "passage.kept" && passage) {
        return desk.keepOccurrence(*passage);
    }
    if (made.kind == "site.closed") {
        const auto from = parseDate(textIn(made.open, "from"));
        const auto until = parseDate(textIn(made.open, "until"));
        if (!from || !until) {
            return fault(codes::cannotRedo, {{"value", made.id.text()}, {"kind", made.kind}});
        }
        return desk.closeSite({made.subject.id}, *from, *until, reason);
    }
    Json body = made.open;
    body.erase("base");
    const auto stored = edit(made.subject, made.kind, std::move(body));
    if (!stored) {
        return Fault(stored.error());
    }
    return reload().map([] { return Consequence{}; });
}

} // namespace medicobus::clinic
