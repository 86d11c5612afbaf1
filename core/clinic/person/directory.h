// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/person/unions.h"
#include "vault/search/patient_search.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::clinic {

/// Every person known to an unlocked desk, opened and merged, with what finds them. It exists only while the
/// vault is open; let go of, its memory is wiped by `vault_wipe`.
class Directory {
public:
    struct Entry {
        PatientRecord record;
        std::string key; ///< Of what is sealed for this person; empty when nothing ever was.
    };

    /// Puts a person in, or in place of what was known; without a record nobody can tell who it is, and
    /// nothing is known any more.
    void put(const PatientId& id, std::optional<PatientRecord> record, std::string key);
    /// Notes from what a person was made (`rows::patientPrints`); nothing when part of it cannot be opened
    /// before its key comes.
    void notePrint(const PatientId& id, std::optional<std::uint64_t> print);
    /// The persons who are made otherwise now, or of whom a key was destroyed since. Who is no longer among
    /// the prints is let go of.
    std::vector<PatientId> outdatedBy(const std::map<PatientId, std::uint64_t>& prints,
                                      const std::set<std::string>& erasedKeys);

    /// The merges that nobody took back; those of erased or unknown entries say nothing.
    void setMerges(std::vector<PatientMerge> live);
    const Unions& unions() const;
    /// Whom this entry is shown under, and every entry shown under that one, theirs first.
    PatientId standingFor(const PatientId& id) const { return unions().standingFor(id); }
    std::vector<PatientId> entriesOf(const PatientId& id) const;
    /// The merges that say that this person is one who was erased.
    std::vector<PatientMerge> sayingOfErased(const PatientId& id) const;

    /// One entry by itself.
    const Entry* find(const PatientId& id) const;
    /// The person that this entry is of.
    std::optional<Patient> patient(const PatientId& id) const;
    /// By approximate name, birth date or phone (`vault::PatientSearch`), best first.
    std::vector<Patient> matching(std::string_view text, std::size_t limit) const;
    /// Persons whose names are the same or sound alike, who share one name and the birth date (or one with
    /// day and month the other way round), or the phone; likeliest first.
    std::vector<LikelyDuplicate> alike(const PatientDetails& wanted) const;
    /// Those with a field that two people wrote differently.
    std::vector<Patient> inConflict() const;
    std::size_t size() const { return m_entries.size(); }

private:
    void drop(const PatientId& id);
    Patient shown(const PatientId& stays, const Entry& entry) const;
    static LikelyDuplicate compared(const Entry& entry, const PatientDetails& wanted, bool isSimilar);

    std::map<PatientId, Entry> m_entries;
    std::map<PatientId, std::optional<std::uint64_t>> m_prints;
    vault::PatientSearch m_search;
    std::vector<PatientMerge> m_merges;
    mutable std::optional<Unions> m_unions; ///< Made again once entries or merges changed.
};

} // namespace medicobus::clinic
