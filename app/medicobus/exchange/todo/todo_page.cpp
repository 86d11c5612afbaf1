// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/todo_page.h"

#include "crew/feedback.h"
#include "exchange/todo/redo.h"
#include "exchange/todo/todo_rows.h"
#include "print/call_sheet.h"
#include "speech.h"
#include "workspace.h"

#include <QPointer>

#include <algorithm>

namespace medicobus::app {

namespace {

/// The refusals that were read: their operations, one a space.
const QString awayKey = QStringLiteral("todo.away");

/// "replace:0190…" in "replace" and the rest.
std::pair<QString, QString> parts(const QString& id) {
    const auto colon = id.indexOf(QLatin1Char(':'));
    return {id.left(colon), id.mid(colon + 1)};
}

template <typename T>
std::optional<T> idFrom(const QString& text) {
    const auto read = Uuid::parse(text.toStdString());
    return read ? std::optional(T{*read}) : std::nullopt;
}

/// When the place that waits was asked for.
std::optional<Instant> askedAt(clinic::Desk& desk, const clinic::AppointmentId& id) {
    const auto history = desk.journal().ofSubject({"appointment", id.text()});
    std::optional<Instant> last;
    for (const auto& operation : history.value_or(std::vector<journal::Operation>())) {
        if (operation.kind == "appointment.booked" || operation.kind == "appointment.moved"
            || operation.kind == "appointment.deposited" || operation.kind == "appointment.reinstated") {
            last = operation.recordedAt();
        }
    }
    return last;
}

} // namespace

TodoPage::TodoPage(Workspace& workspace, Feedback& feedback, Whose whose, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback), m_whose(whose) {
    connect(&m_workspace, &Workspace::recordChanged, this, &TodoPage::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &TodoPage::refresh);
    connect(&m_workspace, &Workspace::programmeChanged, this, &TodoPage::refresh);
    connect(&m_workspace, &Workspace::opened, this, &TodoPage::refresh);
    refresh();
}

int TodoPage::urgent() const {
    return static_cast<int>(std::count_if(m_rows.rows().begin(), m_rows.rows().end(), [](const TodoRow& row) {
        return row.kind != TodoRow::Kind::Confirm;
    }));
}

void TodoPage::clear() {
    m_rows.show({});
    m_hasCalls = false;
    m_problem.clear();
    Q_EMIT changed();
}

void TodoPage::refresh() {
    clinic::Desk* desk = m_workspace.desk();
    std::vector<TodoRow> rows;
    m_hasCalls = false;
    m_problem.clear();
    if (desk) {
        if (m_whose == Whose::Crew && !desk->isLocked()) {
            addPersons(*desk, rows);
        }
        addRefusals(*desk, rows);
    }
    m_rows.show(todo_rows::ordered(std::move(rows)));
    Q_EMIT changed();
}

void TodoPage::addPersons(clinic::Desk& desk, std::vector<TodoRow>& rows) {
    const auto programme = m_workspace.programme();
    const auto toReplace = desk.toReplace();
    const auto toConfirm = desk.toConfirm();
    const auto conflicts = desk.conflicts();
    for (const Error* error :
         {toReplace ? nullptr : &toReplace.error(), toConfirm ? nullptr : &toConfirm.error(),
          conflicts ? nullptr : &conflicts.error()}) {
        if (error) {
            m_problem = speech::whatHappened(*error) + QLatin1Char(' ') + speech::whatToDo(*error);
        }
    }
    if (!m_problem.isEmpty()) {
        return;
    }
    const plan::Programme known = programme ? *programme : plan::Programme();
    for (const clinic::Displaced& each : *toReplace) {
        if (each.appointment.wanted) {
            continue; // A place was given: it waits among those to be confirmed.
        }
        rows.push_back(todo_rows::replace(each, known));
    }
    const auto calls = desk.callList();
    m_hasCalls = calls && !calls->empty();
    addDeposits(desk, known, rows);
    for (const clinic::Patient& each : *conflicts) {
        for (TodoRow& row : todo_rows::fields(each)) {
            rows.push_back(std::move(row));
        }
    }
    for (const clinic::Displaced& each : *toConfirm) {
        rows.push_back(
            todo_rows::confirm(each, known, askedAt(desk, each.appointment.id), m_workspace.clock().now()));
    }
}

void TodoPage::addDeposits(clinic::Desk& desk, const plan::Programme& programme, std::vector<TodoRow>& rows) {
    const auto deposits = desk.deposits();
    const QStringList read = away();
    for (const clinic::Deposit& each : deposits.value_or(std::vector<clinic::Deposit>())) {
        const QString id = QString::fromStdString(each.appointment.id.text());
        if (each.isUnreadable && read.contains(id)) {
            continue;
        }
        const auto known = each.isUnreadable ? Result<std::vector<clinic::LikelyDuplicate>>()
                                             : desk.likelyDuplicates(each.details);
        rows.push_back(todo_rows::deposit(each, known.value_or(std::vector<clinic::LikelyDuplicate>()),
                                          desk.occurrence(each.appointment.place.occurrence), programme));
    }
}

void TodoPage::addRefusals(clinic::Desk& desk, std::vector<TodoRow>& rows) {
    const auto ruled = desk.journal().ruled();
    if (!ruled) {
        m_problem = speech::whatHappened(ruled.error()) + QLatin1Char(' ') + speech::whatToDo(ruled.error());
        return;
    }
    const QStringList read = away();
    for (const journal::RuledOperation& each : *ruled) {
        if (each.note.verdict != "rejected"
            || read.contains(QString::fromStdString(each.operation.id.text()))) {
            continue;
        }
        std::optional<journal::Operation> first;
        if (each.note.by) {
            if (auto found = desk.journal().operation(*each.note.by)) {
                first = *found;
            }
        }
        rows.push_back(todo_rows::rejected(each, first, m_workspace.clock().now()));
    }
}

void TodoPage::finish(const Result<void>& done, const QString& said) {
    if (!done) {
        m_feedback.refuse(done.error());
        refresh();
        return;
    }
    m_feedback.say(said, false);
    m_workspace.noteChange();
}

void TodoPage::settle(const QString& id, const QString& choice) {
    const TodoRow* row = m_rows.find(id);
    if (!row || !m_workspace.desk() || choice.isEmpty()) {
        return;
    }
    const QString who = row->title;
    const auto [what, about] = parts(id);
    if (what == QLatin1String("replace")) {
        const QString phone = row->phone;
        finish(give(about, choice), phone.isEmpty()
                                        ? tr("%1\u00A0: place donnée. Pensez à prévenir.").arg(who)
                                        : tr("%1\u00A0: place donnée. Appelez le %2.").arg(who, phone));
    } else if (what == QLatin1String("deposit")) {
        finish(takeIn(about, choice), tr("%1\u00A0: rendez-vous inscrit.").arg(who));
    } else if (what == QLatin1String("field")) {
        finish(choose(about, choice), tr("%1\u00A0: c’est noté.").arg(who));
    }
}

Result<void> TodoPage::give(const QString& appointment, const QString& choice) {
    const auto id = idFrom<clinic::AppointmentId>(appointment);
    const auto bar = choice.lastIndexOf(QLatin1Char('|'));
    const auto passage = plan::OccurrenceId::parse(choice.left(bar).toStdString());
    if (!id || !passage) {
        return fault(clinic::codes::passageUnknown);
    }
    return m_workspace.desk()->move(*id, *passage, choice.mid(bar + 1).toInt());
}

Result<void> TodoPage::takeIn(const QString& deposit, const QString& person) {
    const auto id = idFrom<clinic::AppointmentId>(deposit);
    const auto known = idFrom<clinic::PatientId>(person);
    if (!id) {
        return fault(clinic::codes::noDeposit);
    }
    const auto taken = m_workspace.desk()->takeDeposit(*id, known);
    return taken ? Result<void>() : Result<void>(Fault(taken.error()));
}

Result<void> TodoPage::choose(const QString& about, const QString& operation) {
    const auto [person, field] = parts(about);
    const auto patient = idFrom<clinic::PatientId>(person);
    const auto chosen = idFrom<journal::OperationId>(operation);
    return patient && chosen ? m_workspace.desk()->chooseValue(*patient, field.toStdString(), *chosen)
                             : fault(clinic::codes::patientUnknown);
}

void TodoPage::redo(const QString& id) {
    const TodoRow* row = m_rows.find(id);
    const auto operation = idFrom<journal::OperationId>(parts(id).second);
    if (!row || !row->canRedo || !operation || !m_workspace.desk()) {
        return;
    }
    const QString what = row->title;
    const auto kept = m_workspace.desk()->journal().operation(*operation);
    const auto done = !kept    ? Result<void>(Fault(kept.error()))
                      : !*kept ? fault(journal::codes::unusable)
                               : makeAgain(m_workspace, **kept);
    if (done) {
        putAway(id);
    }
    finish(done, tr("%1\u00A0: refait.").arg(what));
}

void TodoPage::putAway(const QString& id) {
    const QString operation = parts(id).second;
    m_workspace.setLocal(awayKey, (away() << operation).join(QLatin1Char(' ')));
    refresh();
}

void TodoPage::printCalls() {
    clinic::Desk* desk = m_workspace.desk();
    if (!desk || m_isPrinting || !m_workspace.printer()) {
        return;
    }
    const auto calls = desk->callList();
    if (!calls) {
        m_feedback.refuse(calls.error());
        return;
    }
    const auto programme = m_workspace.programme();
    m_isPrinting = true;
    Q_EMIT changed();
    m_workspace.printer()(callSheet(*calls, programme ? *programme : plan::Programme(), desk->now()),
                          tr("Personnes à rappeler"), [page = QPointer(this)](const Result<void>& printed) {
                              if (page) {
                                  page->notePrinted(printed);
                              }
                          });
}

void TodoPage::notePrinted(const Result<void>& printed) {
    m_isPrinting = false;
    if (printed) {
        m_feedback.say(tr("La liste d’appels est partie à l’imprimante."), false);
    } else {
        m_feedback.refuse(printed.error());
    }
    Q_EMIT changed();
}

void TodoPage::move(const QString& id) {
    Q_EMIT moveAsked(parts(id).second);
}

QStringList TodoPage::away() const {
    return m_workspace.local(awayKey).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace medicobus::app
