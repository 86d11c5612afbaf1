// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/merging/script.h"

#include <array>
#include <set>

namespace medicobus::clinic {

namespace {

constexpr std::size_t authors = 4;
constexpr std::array fields{"family_name", "given_name", "phone", "commune"};
constexpr std::array passages{"matin@2027-03-02T09:00", "matin@2027-03-09T09:00", "soir@2027-03-02T14:00"};

template <typename T>
Id<T> newId(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::uint8_t& each : bytes) {
        each = static_cast<std::uint8_t>(random.below(256));
    }
    return {Uuid(bytes)};
}

} // namespace

std::vector<journal::Operation> Script::write(int count) {
    addAuthors();
    for (int i = 0; i < count; ++i) {
        // Devices' clocks often agree to the millisecond, and are sometimes hours apart.
        m_now += static_cast<std::int64_t>(m_random.below(3));
        switch (m_random.below(14)) {
        case 0:
        case 1:
            sayOfPerson();
            break;
        case 2:
        case 3:
            sayOfClaim();
            break;
        case 4:
            sayOfLease();
            break;
        case 5:
            sayOfPlan();
            break;
        case 6:
            sayOfTour();
            break;
        case 7:
            saySomethingNew();
            break;
        case 8:
            sayOfHalfDay();
            break;
        case 9:
            sayOfCall();
            break;
        default:
            sayOfAppointment();
        }
    }
    return m_operations;
}

std::vector<journal::Envelope> Script::envelopes() const {
    std::set<std::string> keys;
    for (const journal::Operation& each : m_operations) {
        if (each.sealKey) {
            keys.insert(*each.sealKey);
        }
    }
    std::vector<journal::Envelope> held;
    for (const std::string& key : keys) {
        held.push_back({key, "wrapped " + key});
    }
    return held;
}

void Script::addAuthors() {
    for (std::size_t i = 0; i < authors; ++i) {
        Author author;
        author.device = newId<journal::DeviceTag>(m_random);
        author.ahead = m_random.below(3) == 0 ? static_cast<std::int64_t>(m_random.below(7'200'000)) : 0;
        m_authors.push_back(author);
    }
}

void Script::say(journal::Subject subject, std::string kind, Json open, std::optional<std::string> key) {
    Author& author = m_authors[m_random.below(m_authors.size())];
    journal::Operation made;
    made.id = newId<journal::OperationTag>(m_random);
    made.device = author.device;
    made.seq = ++author.seq;
    const std::int64_t millis = m_now + author.ahead;
    made.time = author.time.millis < millis
                    ? HybridTime{millis, 0}
                    : HybridTime{author.time.millis, static_cast<std::uint16_t>(author.time.counter + 1)};
    made.actor = "crew-1";
    made.subject = std::move(subject);
    made.kind = std::move(kind);
    made.open = std::move(open);
    if (key) {
        made.sealed = "body of " + made.id.text();
        made.sealKey = std::move(key);
    }
    made.previousHash = author.last;
    made.hash = journal::hashOf(made).value();
    author.time = made.time;
    author.last = made.hash;
    m_said[made.kind.substr(0, made.kind.find('.'))].push_back(made.id.text());
    m_operations.push_back(std::move(made));
}

std::string Script::idOf(const char* family, std::size_t number) {
    auto& id = m_ids[family + std::to_string(number)];
    if (id.empty()) {
        id = newId<journal::OperationTag>(m_random).text();
    }
    return id;
}

std::string Script::anyOf(const std::string& family) {
    const auto& said = m_said[family];
    return said.empty() || m_random.below(8) == 0 ? newId<journal::OperationTag>(m_random).text()
                                                  : said[m_random.below(said.size())];
}

Json Script::claim() {
    constexpr std::array grounds{"own", "lease", "request", "of a newer version"};
    Json body{{"occurrence", passages[m_random.below(passages.size())]},
              {"slot", m_random.below(3)},
              {"seat", m_random.below(2)},
              {"promised", "2027-03-02T09:20"},
              {"basis", grounds[m_random.below(grounds.size())]},
              {"lease", idOf("lease", m_random.below(3))}};
    if (m_random.below(10) == 0) {
        body.erase(m_random.below(2) == 0 ? "promised" : "slot");
    }
    return body;
}

void Script::sayOfPerson() {
    const std::string who = person();
    const journal::Subject subject{"patient", who};
    const char* field = fields[m_random.below(fields.size())];
    switch (m_random.below(11)) {
    case 0:
        return say(subject, "patient.erased", {{"keys", {keyOf(who)}}});
    case 8:
    case 9:
        return say(subject, "patient.merged", {{"into", person()}});
    case 10:
        return say(subject, "patient.parted", {{"operation", anyOf("patient")}});
    case 1:
        return say(subject, "patient.chosen",
                   {{"field", field}, {"operation", anyOf("patient")}, {"seen", {anyOf("patient")}}});
    case 2:
    case 3:
    case 4:
        return say(subject, "patient.corrected", {{"seen", {{field, anyOf("patient")}}}}, keyOf(who));
    default:
        return say(subject, "patient.registered", Json::object(), keyOf(who));
    }
}

void Script::sayOfAppointment() {
    const journal::Subject subject{"appointment", appointment()};
    constexpr std::array facts{"arrived", "begun", "seen", "absent", "cancelled"};
    switch (m_random.below(12)) {
    case 0:
    case 1:
        return say(subject, "appointment.booked", claim(), keyOf(person()));
    case 2:
        return say(subject, "appointment.deposited", claim(), "crew");
    case 3:
        return say(subject, "deposit.taken", Json::object(), keyOf(person()));
    case 4:
        return say(subject, "appointment.walked_in", claim(), keyOf(person()));
    case 5:
    case 6:
        return say(subject, "appointment.moved", claim());
    case 7:
        return say(subject, "appointment.reinstated", m_random.below(3) == 0 ? Json::object() : claim());
    case 8:
        return say(subject, "appointment.reverted", {{"operation", anyOf("appointment")}});
    case 9:
        return say(subject, m_random.below(2) == 0 ? "visit.recorded" : "visit.corrected", Json::object(),
                   keyOf(person()));
    default:
        return say(subject, std::string("appointment.") + facts[m_random.below(facts.size())],
                   {{"cause", "patient_asked"}});
    }
}

void Script::sayOfClaim() {
    const std::string whose = appointment();
    Json body = claim();
    body["appointment"] = whose;
    body["operation"] = anyOf("appointment");
    if (m_random.below(2) == 0) {
        return say({"appointment", whose}, "claim.confirmed", body);
    }
    body["reason"] = "taken";
    body["alternatives"] = Json::array({claim()});
    say({"appointment", whose}, "claim.refused", body);
}

void Script::sayOfLease() {
    const std::string lease = idOf("lease", m_random.below(3));
    Json body{{"lease", lease}, {"places", Json::array()}};
    for (std::size_t slot = 0; slot < 3; ++slot) {
        if (m_random.below(2) == 0) {
            body["places"].push_back({{"slot", slot}, {"seat", m_random.below(2)}});
        }
    }
    if (m_random.below(2) == 0) {
        return say({"lease", lease}, leaseReleasedKind, body);
    }
    body["device"] = m_authors[m_random.below(m_authors.size())].device.text();
    body["occurrence"] = passages[m_random.below(passages.size())];
    body["until"] = m_now + static_cast<std::int64_t>(m_random.below(1000));
    say({"lease", lease}, leaseGrantedKind, body);
}

void Script::sayOfPlan() {
    const std::string passage = passages[m_random.below(passages.size())];
    switch (m_random.below(7)) {
    case 0:
        return say({"programme", "v" + std::to_string(m_random.below(3))}, "programme.published",
                   {{"format", "medicobus-programme/1"}, {"version", "v1"}});
    case 1:
        return say({"passage", passage}, "passage.moved",
                   {{"start", "2027-03-03T09:00"},
                    {"end", "2027-03-03T12:00"},
                    {"reason", "verglas"},
                    {"sequence", 1}});
    case 2:
        return say({"passage", passage}, "passage.cancelled", {{"reason", "panne"}, {"sequence", 2}});
    case 3:
        return say({"passage", passage}, "passage.kept", {{"sequence", 3}});
    case 4:
        return say({"passage", passage}, "passage.reverted", {{"operation", anyOf("passage")}});
    case 5:
        return say({"site", "aubefleur"}, "site.closed",
                   {{"from", "2027-03-02"}, {"until", "2027-03-05"}, {"reason", "travaux"}});
    default:
        return say({"site", "aubefleur"}, "site.reopened", {{"operation", anyOf("site")}});
    }
}

void Script::sayOfTour() {
    constexpr std::array moments{"tour.departed", "tour.returned", "stop.arrived", "stop.left"};
    const journal::Subject subject{"tour", "B1@2027-03-02"};
    if (m_random.below(4) == 0) {
        return say(subject, "tour.reverted",
                   {{"operation", anyOf(m_random.below(2) == 0 ? "tour" : "stop")}});
    }
    say(subject, moments[m_random.below(moments.size())],
        {{"bus", "B1"},
         {"date", "2027-03-02"},
         {"at", "2027-03-02T08:05"},
         {"occurrence", passages[m_random.below(passages.size())]}});
}

void Script::sayOfHalfDay() {
    const journal::Subject subject{"request", idOf("request", m_random.below(3))};
    switch (m_random.below(6)) {
    case 0:
        return say(subject, "request.made", {{"site", "aubefleur"}}, keyOf(person()));
    case 1:
        return say(subject, "request.withdrawn", {{"cause", "unreachable"}});
    case 2:
        return say(subject, "request.reverted", {{"operation", anyOf("request")}});
    case 3:
        return say({"stop", "aubefleur"}, "stop.noted", Json::object(), "key of a stop");
    case 4:
        return say({"tour", "B1@2027-03-02"}, "stop.closed",
                   {{"at", "2027-03-02T12:10"}, {"occurrence", passages[0]}, {"checked", {"ramp"}}});
    default: {
        Json body = claim();
        body["request"] = subject.id;
        return say({"appointment", appointment()}, "appointment.booked", body, keyOf(person()));
    }
    }
}

void Script::sayOfCall() {
    const journal::Subject asked{"request", idOf("request", m_random.below(3))};
    const journal::Subject reminded{"reminder", appointment()};
    switch (m_random.below(4)) {
    case 0:
        return say(asked, "request.tried");
    case 1:
        return say(asked, "request.reverted", {{"operation", anyOf("request")}});
    case 2:
        return say(reminded, "reminder.said",
                   {{"answer", "reached"}, {"occurrence", passages[0]}, {"promised", "2027-03-02T09:20"}});
    default:
        return say(reminded, "reminder.reverted", {{"operation", anyOf("reminder")}});
    }
}

/// Of a kind that only a newer version knows, or a body that is not what its kind says.
void Script::saySomethingNew() {
    if (m_random.below(2) == 0) {
        return say({"patient", person()}, "patient.renumbered", {{"as", person()}});
    }
    say({"appointment", appointment()}, "appointment.booked", {{"occurrence", 7}, {"slot", "nine"}},
        keyOf(person()));
}

} // namespace medicobus::clinic
