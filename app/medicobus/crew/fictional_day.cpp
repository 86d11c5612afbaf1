// SPDX-License-Identifier: EUPL-1.2
#include "crew/fictional_day.h"

#include "crew/booking/person_choice.h"
#include "crew/today/day_page.h"
#include "workspace.h"

#include <algorithm>
#include <array>
#include <span>

namespace medicobus::app {

namespace {

using clinic::AppointmentEvent;
using clinic::ReasonGroup;

struct Person {
    const char* given;
    const char* family;
    const char* born;
    ReasonGroup reason;
    clinic::Flags flags;
    int slot;
    int steps; ///< How far they are: events that one tap each brings.
};

constexpr const char* breakdown = "panne du bus";
constexpr std::array<Person, 6> people{{
    {"Fleur", "Imaginaire", "1951-03-12", ReasonGroup::Cardiovascular, {true, true, false}, 0, 3},
    {"Marie-Antoinette",
     "Imaginaire-de-la-Coudre",
     "1938-11-02",
     ReasonGroup::Respiratory,
     {true, false, false},
     1,
     2},
    {"Octave", "Inventé", "1987-07-21", ReasonGroup::Musculoskeletal, {}, 2, 1},
    {"Zoé", "Imprévue", "2024-05-30", ReasonGroup::Vaccination, {}, 3, 0},
    {"Basile", "Illusoire", "1960-01-15", ReasonGroup::Renewal, {false, true, false}, 5, 0},
    {"Prune", "Irréelle", "1999-09-09", ReasonGroup::Administrative, {true, false, false}, 6, 0},
}};

/// Who waits for a place.
constexpr std::array<Person, 2> waiters{{
    {"Hector", "Chimérique", "1944-06-18", ReasonGroup::Renewal, {true, true, false}, 0, 0},
    {"Guillemette", "Chimérique-de-la-Coudre", "2019-02-03", ReasonGroup::Respiratory, {}, 0, 0},
}};
/// Somebody of the first list, heard wrongly: family and given name.
constexpr std::array slips{"Imaginère", "Fleure"};
constexpr const char* visitNote = "Tension à revoir";
/// What a crew notes of a place: key, socket, access, whom to call.
constexpr std::array stopTexts{"Clé à la boulangerie, en face ; portail côté cour",
                               "Prise 16 A sous le préau, rallonge de 20 m",
                               "Plain-pied par la cour, rampe inutile", "Mme Chimérique, mairie"};

} // namespace

void fillFictionalDay(Workspace& workspace, const plan::OccurrenceId& passage) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto counts = desk ? desk->counts(passage) : fault(clinic::codes::noProgramme);
    if (!programme || !programme->isFictional || !counts || counts->booked > 0) {
        return;
    }
    for (const Person& each : people) {
        const auto born = parseDate(each.born);
        const auto id = desk->registerPatient(
            {each.family, each.given, born ? std::optional(*born) : std::nullopt, "+33261910001", ""});
        const auto booked = id ? desk->book({passage, each.slot, *id, each.reason, each.flags})
                               : Result<clinic::Booked>(Fault(id.error()));
        for (int step = 0; booked && step < each.steps; ++step) {
            constexpr std::array taps{AppointmentEvent::Arrive, AppointmentEvent::Begin,
                                      AppointmentEvent::See};
            // Before the day itself, everybody is still expected.
            static_cast<void>(desk->mark(booked->appointment, taps[static_cast<std::size_t>(step)]));
        }
    }
    workspace.noteChange();
}

void fillFictionalTodo(Workspace& workspace) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto waiting = desk ? desk->toReplace() : fault(clinic::codes::noProgramme);
    if (!programme || !programme->isFictional || !waiting || !waiting->empty()) {
        return;
    }
    const auto from = workspace.today() + date::days(8);
    for (const plan::Occurrence& passage : desk->occurrences(from, from + date::days(21))) {
        if (passage.status != plan::Occurrence::Status::Planned) {
            continue;
        }
        for (const Person& each : {people[0], people[1]}) {
            const auto born = parseDate(each.born);
            const auto id = desk->registerPatient(
                {each.family, each.given, born ? std::optional(*born) : std::nullopt, "+33261910001", ""});
            if (id) {
                static_cast<void>(desk->book({passage.id, each.slot, *id, each.reason, each.flags}));
            }
        }
        static_cast<void>(desk->cancelOccurrence(passage.id, breakdown));
        break;
    }
    workspace.noteChange();
}

void fillFictionalWaiting(Workspace& workspace, const plan::OccurrenceId& passage) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto stop = desk ? desk->occurrence(passage) : std::nullopt;
    const auto waiting = stop ? desk->waitingFor(stop->site) : fault(clinic::codes::noProgramme);
    if (!programme || !programme->isFictional || !waiting || !waiting->empty()) {
        return;
    }
    for (const Person& each : waiters) {
        const auto born = parseDate(each.born);
        const auto id = desk->registerPatient(
            {each.family, each.given, born ? std::optional(*born) : std::nullopt, "+33261910001", ""});
        if (id) {
            static_cast<void>(desk->askForPlace({stop->site, *id, each.reason, each.flags}));
        }
    }
    workspace.noteChange();
}

void noteFictionalStop(Workspace& workspace, const plan::OccurrenceId& passage) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto stop = desk ? desk->occurrence(passage) : std::nullopt;
    if (!programme || !programme->isFictional || !stop) {
        return;
    }
    static_cast<void>(
        desk->noteStop(stop->site, {stopTexts[0], stopTexts[1], stopTexts[2], stopTexts[3], "+33261910001"}));
    workspace.noteChange();
}

QString fictionalCaller(Workspace& workspace) {
    const auto programme = workspace.programme();
    QString most;
    std::size_t count = 0;
    for (const plan::Site& site : programme ? programme->sites : std::vector<plan::Site>()) {
        const auto offers = workspace.desk()->offersNear(site.insee);
        if (offers && !offers->empty() && offers->front().isHere && offers->size() > count) {
            count = offers->size();
            most = QString::fromStdString(site.insee.value);
        }
    }
    return most;
}

void fillFictionalCalls(Workspace& workspace) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto waiting = desk ? desk->waitingList() : fault(clinic::codes::noProgramme);
    if (!programme || !programme->isFictional || !waiting || !waiting->empty()) {
        return;
    }
    const std::string home = fictionalCaller(workspace).toStdString();
    const auto from = workspace.today() + date::days(1);
    for (std::size_t i = 3; i < people.size(); ++i) {
        const Person& each = people[i];
        const auto born = parseDate(each.born);
        const auto id = desk->registerPatient(
            {each.family, each.given, born ? std::optional(*born) : std::nullopt, "+33261910001", home});
        const auto site = std::find_if(programme->sites.begin(), programme->sites.end(),
                                       [&](const plan::Site& one) { return one.insee.value == home; });
        if (id && site != programme->sites.end()) {
            static_cast<void>(desk->askForPlace({site->id, *id, each.reason, each.flags}));
        }
    }
    for (const plan::Occurrence& passage : desk->occurrences(from, from + date::days(5))) {
        if (passage.status == plan::Occurrence::Status::Planned) {
            fillFictionalDay(workspace, passage.id);
            break;
        }
    }
    workspace.noteChange();
}

void arriveByPosition(Workspace& workspace, DayPage& day) {
    const auto programme = workspace.programme();
    const auto stop = day.stop();
    const auto passage = stop ? workspace.desk()->occurrence(*stop) : std::nullopt;
    const plan::Site* site = programme && passage ? programme->findSite(passage->site) : nullptr;
    if (!site || !programme->isFictional) {
        return;
    }
    // Said before, in an earlier picture of the same day.
    static_cast<void>(
        workspace.desk()->recordTour(clinic::TourEvent::Departed, passage->bus, workspace.today()));
    workspace.noteChange();
    for (int minute = 30; minute < 35; ++minute) {
        if (const auto at = toInstant(workspace.now() + std::chrono::minutes(minute))) {
            day.position()->take({*at, site->point, Meters{8}});
        }
    }
}

QStringList fictionalWords() {
    QStringList words{QString::fromUtf8(breakdown), QString::fromUtf8(strangersName),
                      QString::fromUtf8(visitNote)};
    for (const std::span<const Person> list :
         {std::span<const Person>(people), std::span<const Person>(waiters)}) {
        for (const Person& each : list) {
            words << QString::fromUtf8(each.given) << QString::fromUtf8(each.family);
        }
    }
    for (const char* each : slips) {
        words << QString::fromUtf8(each);
    }
    for (const char* each : stopTexts) {
        words << QString::fromUtf8(each);
    }
    return words;
}

void enterTwice(Workspace& workspace, PersonChoice& choice) {
    clinic::Desk* desk = workspace.desk();
    const auto programme = workspace.programme();
    const auto known = desk ? desk->findPatients("Fleur Imaginaire", 1) : fault(clinic::codes::noProgramme);
    if (!programme || !programme->isFictional || !known || known->empty()) {
        return;
    }
    const clinic::PatientDetails twice{slips[0], slips[1], parseDate("1951-12-03").value_or(Date()), "", ""};
    auto twin = desk->likelyDuplicatesOf(known->front().id);
    if (twin && twin->empty() && desk->registerPatient(twice)) {
        workspace.noteChange();
        twin = desk->likelyDuplicatesOf(known->front().id);
    }
    choice.choosePatient(known->front());
    if (twin && !twin->empty()) {
        choice.same()->compare(QString::fromStdString(twin->front().patient.id.text()));
    }
}

void correctFictionalVisit(Workspace& workspace, const QString& appointment) {
    const auto id = Uuid::parse(appointment.toStdString());
    const auto programme = workspace.programme();
    if (!id || !programme || !programme->isFictional || !workspace.desk()) {
        return;
    }
    clinic::Visit visit;
    visit.reason = ReasonGroup::Cardiovascular;
    visit.outcome = clinic::Outcome::Advice;
    visit.note = visitNote;
    // Before the day itself, and in a second picture, it is refused.
    if (workspace.desk()->recordVisit({*id}, visit)) {
        visit.outcome = clinic::Outcome::Prescription;
        visit.prescriptionRenewed = true;
        static_cast<void>(workspace.desk()->correctVisit({*id}, visit));
    }
    workspace.noteChange();
}

} // namespace medicobus::app
