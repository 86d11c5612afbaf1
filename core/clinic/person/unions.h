// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/person/merge.h"

#include <functional>
#include <map>
#include <vector>

namespace medicobus::clinic {

/// Somebody's word that one entry of the directory is the same person as another.
struct PatientMerge {
    journal::OperationId operation;
    HybridTime time;
    journal::DeviceId device;
    PatientId gone;  ///< Shown under the other from then on.
    PatientId stays; ///< The one who stays.

    friend bool operator==(const PatientMerge&, const PatientMerge&) = default;
};

/// Which entries are one person, as the merges that nobody took back say: the same set makes the same unions,
/// whatever the order in which they came. They are read in hybrid order; each puts the whole union of `gone`
/// under that of `stays`, and says nothing where the two are one already: of two people who merged the same
/// two the other way round, the first decides who stays.
class Unions {
public:
    /// An entry that is shown under another.
    struct Member {
        PatientId id;
        PatientMerge joinedBy;
    };

    Unions() = default;
    /// A merge of somebody who does not count (erased, or not to be read here) says nothing.
    Unions(std::vector<PatientMerge> live, const std::function<bool(const PatientId&)>& counts);

    /// The one who stays; everybody else stands for themselves.
    PatientId standingFor(const PatientId& id) const;
    /// The entries shown under the one who stays, in the order in which they joined.
    std::vector<Member> under(const PatientId& stays) const;
    bool areOne(const PatientId& one, const PatientId& other) const {
        return standingFor(one) == standingFor(other);
    }
    /// Those that have to be taken back for an entry to leave the one who stays: what it joined by, and what
    /// others said of the same union since.
    std::vector<PatientMerge> holding(const PatientId& entry) const;

private:
    void read(const PatientMerge& merge);

    std::vector<PatientMerge> m_merges; ///< That count, in hybrid order.
    std::map<PatientId, PatientId> m_stays;
    std::map<PatientId, std::vector<Member>> m_under;
};

/// A member's entry with when it joined.
struct JoinedRecord {
    const PatientRecord* record = nullptr;
    HybridTime since;
};

/// What is shown of several entries that are one: the fields of the one who stays; those that it leaves empty
/// from the first who has them, unless they were emptied since.
PatientDetails shownOf(const PatientRecord& stays, const std::vector<JoinedRecord>& others);

} // namespace medicobus::clinic
