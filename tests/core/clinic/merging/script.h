// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "clinic/appointment.h"
#include "clinic/claim/lease.h"
#include "journal/journal.h"

#include <map>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// Writes what devices and hubs of a fictional crew may have said of the same few persons, appointments,
/// passages, sites and tours: lawful or not, referring to what came, to what never comes, and to each other.
/// Bodies stand for sealed ones: projections keep them as they are.
class Script {
public:
    explicit Script(std::uint64_t seed) : m_random(seed) {}

    /// Chains of several authors, of some `count` operations in all, in the order of writing.
    std::vector<journal::Operation> write(int count);
    /// Every key that a sealed body names.
    std::vector<journal::Envelope> envelopes() const;

private:
    struct Author {
        journal::DeviceId device;
        std::int64_t seq = 0;
        HybridTime time;
        journal::Hash last{};
        std::int64_t ahead = 0; ///< Milliseconds by which its clock is wrong.
    };

    void addAuthors();
    void say(journal::Subject subject, std::string kind, Json open = Json::object(),
             std::optional<std::string> key = std::nullopt);
    void sayOfPerson();
    void sayOfAppointment();
    void sayOfClaim();
    void sayOfLease();
    void sayOfPlan();
    void sayOfTour();
    void sayOfHalfDay();
    void sayOfCall();
    void saySomethingNew();

    std::string idOf(const char* family, std::size_t number);
    std::string person() { return idOf("patient", m_random.below(4)); }
    std::string appointment() { return idOf("appointment", m_random.below(6)); }
    std::string keyOf(const std::string& patient) const { return "key of " + patient; }
    /// One said before of that kind's family, or one that never comes.
    std::string anyOf(const std::string& family);
    Json claim();

    Random m_random;
    std::int64_t m_now = 1'803'900'000'000; // 1 March 2027
    std::vector<Author> m_authors;
    std::map<std::string, std::string> m_ids;
    std::map<std::string, std::vector<std::string>> m_said; ///< Ids of operations, by family of kinds.
    std::vector<journal::Operation> m_operations;
};

} // namespace medicobus::clinic
