// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

constexpr const char* table = "operations";
constexpr const char* column = "sealed_body";
/// Names no envelope: what is sealed to the crew's public key needs none.
constexpr const char* crewsKey = "crew";

} // namespace

Result<AppointmentId> Desk::deposit(const DepositRequest& request, const vault::PublicKey& crewKey) {
    const Result<PatientDetails> good = checked(request.details, m_state->today());
    if (!good) {
        return Fault(good.error());
    }
    const Result<PlaceClaim> claim = m_state->offered(request.occurrence, request.slot);
    if (!claim) {
        return Fault(claim.error());
    }
    const AppointmentId id{m_state->journal->newUuid()};
    journal::OperationDraft draft;
    draft.actor = m_state->author();
    draft.id = journal::OperationId{m_state->journal->newUuid()};
    draft.subject = subjectOf(id);
    draft.kind = "appointment.deposited";
    draft.open = toJson(*claim);
    const Json body{
        {"person", toJson(*good)}, {"reason", request.reason.code()}, {"flags", toJson(request.flags)}};
    const std::string row = draft.id->text();
    auto box = vault::Vault::sealDeposit(crewKey, {table, column, row}, body.dump());
    if (!box) {
        return Fault(std::move(box.error()));
    }
    draft.sealed = std::move(*box);
    draft.sealKey = crewsKey;
    m_state->last.reset();
    m_state->journal->setSigner(m_state->signer());
    return m_state->journal->append(draft).map([&](const journal::Operation&) { return id; });
}

Result<Deposit> Desk::State::openDeposit(const SealedBody& body) const {
    Deposit deposit;
    auto claimed = appointment(body.appointment);
    if (!claimed) {
        return Fault(std::move(claimed.error()));
    }
    deposit.appointment = std::move(*claimed);
    const std::string row = body.operation.text();
    const auto text = vault->openDeposit({table, column, row}, body.bytes);
    if (!text && text.error().code() != vault::codes::altered) {
        return Fault(text.error());
    }
    const Json read = text ? Json::parse(text->view(), nullptr, false) : Json();
    auto details = patientFromJson(read.is_object() ? read.value("person", Json::object()) : Json::object());
    deposit.isUnreadable = !details;
    if (details) {
        deposit.details = std::move(*details);
        deposit.reason = Reason::of(textIn(read, "reason"));
        deposit.flags = flagsFromJson(read.value("flags", Json::object()));
    }
    return deposit;
}

Result<std::vector<Deposit>> Desk::deposits() const {
    if (auto open = m_state->unlocked(); !open) {
        return Fault(std::move(open.error()));
    }
    const auto left = m_state->ask([](const auto& db) { return rows::deposits(db); });
    if (!left) {
        return Fault(left.error());
    }
    std::vector<Deposit> deposits;
    for (const SealedBody& each : *left) {
        auto deposit = m_state->openDeposit(each);
        if (!deposit) {
            return Fault(std::move(deposit.error()));
        }
        deposits.push_back(std::move(*deposit));
    }
    return deposits;
}

Result<PatientId> Desk::takeDeposit(const AppointmentId& id, const std::optional<PatientId>& known) {
    const auto left = deposits();
    if (!left) {
        return Fault(left.error());
    }
    const auto deposit = std::find_if(left->begin(), left->end(),
                                      [&](const Deposit& each) { return each.appointment.id == id; });
    if (deposit == left->end()) {
        return fault(codes::noDeposit, {{"value", id.text()}});
    }
    if (deposit->isUnreadable) {
        return fault(vault::codes::altered, {{"key", "deposit"}});
    }
    const auto who = known ? Result<PatientId>(*known) : registerPatient(deposit->details);
    auto key = who ? m_state->keyOf(*who) : Result<vault::Envelope>(Fault(who.error()));
    if (!key) {
        return Fault(std::move(key.error()));
    }
    const State::Personal personal{personBody(*who, deposit->reason, deposit->flags), std::move(*key)};
    const auto taken = m_state->append(subjectOf(id), "deposit.taken", Json::object(), personal);
    return taken ? Result<PatientId>(*who) : Fault(taken.error());
}

} // namespace medicobus::clinic
