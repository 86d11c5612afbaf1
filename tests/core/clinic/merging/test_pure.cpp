// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"
#include "clinic/person/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <random>

// The merge functions take a set: in any order, and with anything said twice, they give the same.

namespace medicobus::clinic {
namespace {

journal::OperationId operationAt(int number) {
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = static_cast<std::uint8_t>(number);
    return {Uuid(bytes)};
}

journal::DeviceId anyDevice() {
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = *rc::gen::inRange<std::uint8_t>(0, 3);
    return {Uuid(bytes)};
}

HybridTime anyTime() {
    return {*rc::gen::inRange<std::int64_t>(0, 6), *rc::gen::inRange<std::uint16_t>(0, 2)};
}

std::string anyOf(std::initializer_list<const char*> texts) {
    return *rc::gen::elementOf(std::vector<const char*>(texts));
}

Fact anyFact(int number, int count) {
    Fact fact;
    fact.operation = operationAt(number);
    fact.time = anyTime();
    fact.device = anyDevice();
    fact.kind = anyOf({"booked", "booked", "deposited", "walked_in", "arrived", "begun", "seen", "absent",
                       "cancelled", "moved", "moved", "reinstated", "reverted", "visit_recorded",
                       "claim_confirmed", "claim_confirmed", "claim_refused", "of a newer version"});
    const std::string target = operationAt(*rc::gen::inRange(0, count)).text();
    fact.body = {{"occurrence", anyOf({"matin@2027-03-02T09:00", "soir@2027-03-02T14:00"})},
                 {"slot", *rc::gen::inRange(0, 3)},
                 {"seat", 0},
                 {"promised", "2027-03-02T09:20"},
                 {"basis", anyOf({"own", "lease", "request"})},
                 {"cause", anyOf({"patient_asked", "mistake"})},
                 {"appointment", operationAt(200).text()},
                 {"operation", target},
                 {"reason", "taken"}};
    if (fact.kind == "reverted") {
        fact.reverts = {*Uuid::parse(target)};
    }
    return fact;
}

PatientFact anyPatientFact(int number, int count) {
    PatientFact fact;
    fact.operation = operationAt(number);
    fact.time = anyTime();
    fact.device = anyDevice();
    fact.kind = anyOf({"patient.registered", "patient.corrected", "patient.corrected", "patient.corrected",
                       "patient.chosen"});
    const std::string field = anyOf({"family_name", "phone"});
    const auto target = [&] { return operationAt(*rc::gen::inRange(0, count)).text(); };
    if (fact.kind == "patient.registered") {
        fact.fields = {{"family_name", "A"}, {"given_name", "B"}};
    } else if (fact.kind == "patient.corrected") {
        fact.fields = {{field, field == "phone" ? "+3323300000" + std::to_string(number % 10)
                                                : "N" + std::to_string(number)}};
        if (*rc::gen::inRange(0, 4) > 0) {
            fact.open = {{"seen", {{field, Json::array({target(), target()})}}}};
        }
    } else {
        fact.open = {{"field", field}, {"operation", target()}, {"seen", Json::array({target()})}};
    }
    if (*rc::gen::inRange(0, 40) == 0) {
        fact.kind = "patient.erased";
    }
    return fact;
}

template <typename F, typename Make>
std::vector<F> someOf(Make make) {
    const int count = *rc::gen::inRange(1, 14);
    std::vector<F> facts;
    for (int number = 0; number < count; ++number) {
        facts.push_back(make(number, count));
    }
    return facts;
}

/// The same set, in another order and with some of it said again.
template <typename F>
std::vector<F> again(std::vector<F> facts) {
    const auto size = facts.size();
    for (int times = *rc::gen::inRange(0, 4); times > 0; --times) {
        facts.push_back(facts[*rc::gen::inRange<std::size_t>(0, size)]);
    }
    std::shuffle(facts.begin(), facts.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
    return facts;
}

std::string told(const std::optional<Instant>& instant) {
    return instant ? std::to_string(instant->time_since_epoch().count()) : "never";
}

std::string told(const Standing& standing) {
    Json all{{"state", std::string(codeOf(standing.state))},
             {"claim", Coded(standing.claim).code()},
             {"claimed_by", standing.claimedBy.text()},
             {"promised", formatLocal(standing.promised)},
             {"place", standing.place ? toJson(*standing.place) : Json()},
             {"former", standing.former ? toJson(*standing.former) : Json()},
             {"refusal", standing.refusal ? toJson(*standing.refusal) : Json()},
             {"cause", standing.cause.code()},
             {"times", {told(standing.arrivedAt), told(standing.begunAt), told(standing.seenAt)}},
             {"visit", standing.hasVisit},
             {"last", standing.last ? standing.last->text() + standing.lastKind : ""},
             {"pending", Json::array()},
             {"holds", Json::array()}};
    for (const PendingMove& each : standing.pending) {
        all["pending"].push_back({each.operation.text(), toJson(each.claim)});
    }
    for (const Hold& each : holdsOf(standing)) {
        all["holds"].push_back({each.operation.text(), toJson(each.place), Coded(each.claim).code()});
    }
    return all.dump();
}

std::string told(const std::optional<PatientRecord>& record) {
    if (!record) {
        return "nobody";
    }
    Json all{{"details", toJson(record->details)}, {"erased", record->isErased}};
    for (const auto& [field, heads] : record->heads) {
        for (const journal::OperationId& each : heads) {
            all["heads"][field].push_back(each.text());
        }
    }
    for (const FieldConflict& conflict : record->conflicts) {
        for (const FieldValue& each : conflict.values) {
            all["conflicts"][conflict.field].push_back({each.operation.text(), each.value});
        }
    }
    return all.dump();
}

RC_GTEST_PROP(Appointments, AreWhatTheirFactsSayInAnyOrder, ()) {
    const auto facts = someOf<Fact>(anyFact);
    RC_ASSERT(told(standingOf(again(facts))) == told(standingOf(facts)));
}

RC_GTEST_PROP(Appointments, HoldAPlaceOnlyByAClaimThatWasMade, ()) {
    const auto facts = someOf<Fact>(anyFact);
    for (const Hold& each : holdsOf(standingOf(facts))) {
        const auto claim = std::find_if(facts.begin(), facts.end(),
                                        [&](const Fact& fact) { return fact.operation == each.operation; });
        RC_ASSERT(claim != facts.end());
        RC_ASSERT(claim->kind == "booked" || claim->kind == "deposited" || claim->kind == "moved"
                  || claim->kind == "reinstated");
        const bool isConfirmed = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
            return fact.kind == "claim_confirmed"
                   && fact.body["operation"].get<std::string>() == each.operation.text();
        });
        RC_ASSERT(each.claim != Claim::Confirmed || isConfirmed || claim->body["basis"] == "lease");
    }
}

RC_GTEST_PROP(Persons, AreWhatTheirFactsSayInAnyOrder, ()) {
    const auto facts = someOf<PatientFact>(anyPatientFact);
    RC_ASSERT(told(mergePatient(again(facts))) == told(mergePatient(facts)));
}

RC_GTEST_PROP(Persons, KeepEveryValueThatNobodyReplaced, ()) {
    const auto facts = someOf<PatientFact>(anyPatientFact);
    const auto record = mergePatient(facts);
    const bool isErased = std::any_of(facts.begin(), facts.end(),
                                      [](const PatientFact& each) { return each.kind == "patient.erased"; });
    RC_ASSERT(!isErased || (record && record->isErased && record->details == PatientDetails{}));
    for (const FieldConflict& conflict : record ? record->conflicts : std::vector<FieldConflict>()) {
        RC_ASSERT(conflict.values.size() > 1U);
        const Json details = toJson(record->details);
        RC_ASSERT(details.value(conflict.field, std::string()) == conflict.values.front().value);
    }
}

} // namespace
} // namespace medicobus::clinic
