// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/person/merge.h"
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

    /// Puts a person in, or in place of what was known. Nothing takes them out.
    void put(const PatientId& id, std::optional<PatientRecord> record, std::string key);

    const Entry* find(const PatientId& id) const;
    std::optional<Patient> patient(const PatientId& id) const;
    /// By approximate name, birth date or phone (`vault::PatientSearch`), best first.
    std::vector<Patient> matching(std::string_view text, std::size_t limit) const;
    /// Persons whose names are the same or sound alike, who share the birth date and one name, or the phone;
    /// likeliest first.
    std::vector<LikelyDuplicate> alike(const PatientDetails& wanted) const;
    /// Those with a field that two people wrote differently.
    std::vector<Patient> inConflict() const;
    std::size_t size() const { return m_entries.size(); }

private:
    std::map<PatientId, Entry> m_entries;
    vault::PatientSearch m_search;
};

} // namespace medicobus::clinic
