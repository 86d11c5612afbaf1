// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "workspace.h"

#include <QtGlobal>

#include <filesystem>

namespace medicobus::app {

/// Really brings about one of each thing that the exchange leaves to a person, on an open device with the
/// small programme, Tuesday 2 March 2027 at 8:00.
class TodoScene {
public:
    TodoScene(Workspace& workspace, std::filesystem::path folder)
        : m_workspace(workspace), m_desk(*workspace.desk()), m_folder(std::move(folder)) {}

    void layOut() {
        disagree(person("Inventé", "Octave", "+33261910007"));
        book(person("Imaginaire", "Fleur", "+33261910001"), passage("s2", "2027-03-04T09:00"), 0);
        check(m_desk.cancelOccurrence(passage("s2", "2027-03-04T09:00"), "panne du bus"));
        leaveDeposit();
        check(m_desk.setEnrolled());
        book(person("Imprévue", "Zoé", "+33261910003"), passage("s1", "2027-03-09T09:00"), 1);
        turnDown("Fictive", "not_allowed");
        m_workspace.noteArrival();
    }

private:
    template <typename T>
    static T check(Result<T> result) {
        if (!result) {
            qFatal("the scene cannot be laid out: %s", result.error().code().name.data());
        }
        if constexpr (!std::is_void_v<T>) {
            return std::move(*result);
        }
    }
    static plan::OccurrenceId passage(const char* series, const char* start) {
        return {{series}, *parseLocal(start)};
    }
    clinic::PatientId person(const std::string& family, const std::string& given, const std::string& phone) {
        return check(m_desk.registerPatient({family, given, *parseDate("1951-03-12"), phone, ""}));
    }
    void book(const clinic::PatientId& who, const plan::OccurrenceId& where, int slot) {
        check(m_desk.book({where, slot, who, clinic::ReasonGroup::Skin, {}}));
    }
    void leaveDeposit() {
        clinic::DepositRequest request;
        request.occurrence = passage("s1", "2027-03-02T09:00");
        request.slot = 2;
        request.details = {"Supposé", "Irène", *parseDate("1944-07-01"), "+33261910004", ""};
        check(m_desk.deposit(request, check(m_workspace.vault()->crewPublicKey())));
    }
    /// Two devices of the crew wrote another phone, neither having seen the other's.
    void disagree(const clinic::PatientId& who) {
        const auto file = m_folder / "other.db";
        check(m_desk.journal().backup(file));
        auto other = check(clinic::Desk::open(file, m_workspace.clock(), systemEntropy(), "device"));
        const auto own = check(other.journal().since(other.journal().device(), 0));
        check(other.journal().takeNewIdentity(own.back().seq + 1));
        other.useVault(m_workspace.vault());
        for (const auto& [desk, phone] :
             {std::pair(&m_desk, "+33261910005"), std::pair(&other, "+33261910006")}) {
            auto details = check(desk->patient(who)).details;
            details.phone = phone;
            check(desk->correctPatient(who, details));
        }
        journal::Incoming incoming;
        incoming.operations = check(other.journal().since(other.journal().device(), 0));
        check(m_desk.journal().ingest(incoming));
        check(m_desk.noteExchange());
    }
    /// The hub refuses the last change made here.
    void turnDown(const std::string& family, const std::string& reason) {
        person(family, "Ode", "");
        const auto device = m_desk.journal().device();
        const auto all = check(m_desk.journal().since(device, 0));
        check(
            m_desk.journal().acknowledge(device, all.back().seq, {{all.back().seq, "rejected", reason, {}}}));
    }

    Workspace& m_workspace;
    clinic::Desk& m_desk;
    std::filesystem::path m_folder;
};

} // namespace medicobus::app
