// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/directory.h"

#include "base/text/fold.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

/// The same day and month the other way round.
bool isSwapped(const std::optional<Date>& one, const std::optional<Date>& other) {
    if (!one || !other || one == other) {
        return false;
    }
    const date::year_month_day left{*one};
    const date::year_month_day right{*other};
    return left.year() == right.year()
           && static_cast<unsigned>(left.month()) == static_cast<unsigned>(right.day())
           && static_cast<unsigned>(left.day()) == static_cast<unsigned>(right.month());
}

int weightOf(const LikelyDuplicate& each) {
    return (each.sameName ? 4 : 0) + (each.similarName ? 1 : 0) + (each.sameBirthDate ? 3 : 0)
           + (each.swappedBirthDate ? 2 : 0) + (each.samePhone ? 2 : 0);
}

} // namespace

void Directory::put(const PatientId& id, std::optional<PatientRecord> record, std::string key) {
    if (!record) {
        drop(id);
        return;
    }
    const PatientDetails& who = record->details;
    if (record->isErased) {
        m_search.remove(id.text());
    } else {
        m_search.put({id.text(), who.familyName, who.givenName, who.birthDate, who.phone});
    }
    m_unions.reset();
    m_entries.insert_or_assign(id, Entry{std::move(*record), std::move(key)});
}

void Directory::drop(const PatientId& id) {
    if (m_entries.erase(id) > 0) {
        m_search.remove(id.text());
        m_unions.reset();
    }
}

void Directory::setMerges(std::vector<PatientMerge> live) {
    m_merges = std::move(live);
    m_unions.reset();
}

const Unions& Directory::unions() const {
    if (!m_unions) {
        m_unions = Unions(m_merges, [this](const PatientId& id) {
            const Entry* known = find(id);
            return known && !known->record.isErased;
        });
    }
    return *m_unions;
}

std::vector<PatientId> Directory::entriesOf(const PatientId& id) const {
    std::vector<PatientId> entries{standingFor(id)};
    for (const Unions::Member& each : unions().under(entries.front())) {
        entries.push_back(each.id);
    }
    return entries;
}

std::vector<PatientMerge> Directory::sayingOfErased(const PatientId& id) const {
    const auto isErased = [this](const PatientId& entry) {
        const Entry* known = find(entry);
        return known && known->record.isErased;
    };
    std::vector<PatientMerge> saying;
    for (const PatientMerge& each : m_merges) {
        const bool isTheirs = unions().areOne(each.gone, id) || unions().areOne(each.stays, id);
        if (isTheirs && (isErased(each.gone) || isErased(each.stays))) {
            saying.push_back(each);
        }
    }
    return saying;
}

void Directory::notePrint(const PatientId& id, std::optional<std::uint64_t> print) {
    m_prints[id] = print;
}

std::vector<PatientId> Directory::outdatedBy(const std::map<PatientId, std::uint64_t>& prints,
                                             const std::set<std::string>& erasedKeys) {
    for (auto known = m_prints.begin(); known != m_prints.end();) {
        const bool isGone = !prints.contains(known->first);
        if (isGone) {
            drop(known->first);
        }
        known = isGone ? m_prints.erase(known) : std::next(known);
    }
    std::vector<PatientId> outdated;
    for (const auto& [id, print] : prints) {
        const auto known = m_prints.find(id);
        const Entry* entry = find(id);
        const bool lostItsKey = entry && !entry->record.isErased && erasedKeys.contains(entry->key);
        if (known == m_prints.end() || known->second != print || lostItsKey) {
            outdated.push_back(id);
        }
    }
    return outdated;
}

const Directory::Entry* Directory::find(const PatientId& id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

Patient Directory::shown(const PatientId& stays, const Entry& entry) const {
    Patient patient{stays, entry.record.details, entry.record.conflicts, entry.record.isErased};
    std::vector<JoinedRecord> others;
    for (const Unions::Member& each : unions().under(stays)) {
        const PatientRecord& record = find(each.id)->record;
        others.push_back({&record, each.joinedBy.time});
        patient.merged.push_back({each.id, record.details});
    }
    if (!others.empty()) {
        patient.details = shownOf(entry.record, others);
    }
    patient.isOfErased = !patient.isErased && !sayingOfErased(stays).empty();
    return patient;
}

std::optional<Patient> Directory::patient(const PatientId& id) const {
    const PatientId stays = standingFor(id);
    const Entry* found = find(stays);
    return found ? std::optional(shown(stays, *found)) : std::nullopt;
}

std::vector<Patient> Directory::matching(std::string_view text, std::size_t limit) const {
    std::vector<Patient> patients;
    std::set<PatientId> listed;
    // Several entries of one person may be found by the same letters.
    const std::size_t spare = std::min(limit, m_merges.size());
    for (const vault::Found& each : m_search.find(text, limit + spare)) {
        const PatientId who = standingFor({Uuid::parse(each.id).value_or(Uuid())});
        auto known = patient(who);
        if (known && patients.size() < limit && listed.insert(who).second) {
            patients.push_back(std::move(*known));
        }
    }
    return patients;
}

LikelyDuplicate Directory::compared(const Entry& entry, const PatientDetails& wanted, bool isSimilar) {
    const PatientDetails& who = entry.record.details;
    LikelyDuplicate each;
    each.sameBirthDate = wanted.birthDate && who.birthDate == wanted.birthDate;
    each.swappedBirthDate = isSwapped(wanted.birthDate, who.birthDate);
    each.samePhone = !wanted.phone.empty() && who.phone == wanted.phone;
    each.similarName = isSimilar;
    // Folding the names of everybody would be most of the time.
    if (isSimilar || each.sameBirthDate || each.swappedBirthDate) {
        const bool isFamily = foldForSearch(who.familyName) == foldForSearch(wanted.familyName);
        const bool isGiven = foldForSearch(who.givenName) == foldForSearch(wanted.givenName);
        each.sameName = isSimilar && isFamily && isGiven;
        each.sharesAName = isFamily || isGiven;
    }
    return each;
}

std::vector<LikelyDuplicate> Directory::alike(const PatientDetails& wanted) const {
    constexpr std::size_t enough = 20;
    std::set<std::string> similar;
    for (const vault::Found& each : m_search.find(wanted.familyName + " " + wanted.givenName, enough)) {
        similar.insert(each.id);
    }
    std::map<PatientId, LikelyDuplicate> persons;
    for (const auto& [id, entry] : m_entries) {
        if (entry.record.isErased) {
            continue;
        }
        const LikelyDuplicate each = compared(entry, wanted, similar.contains(id.text()));
        const bool sharesADate = each.sameBirthDate || each.swappedBirthDate;
        if (!each.similarName && !each.samePhone && !(sharesADate && each.sharesAName)) {
            continue;
        }
        LikelyDuplicate& whole = persons[standingFor(id)];
        whole.sameName |= each.sameName;
        whole.sameBirthDate |= each.sameBirthDate;
        whole.swappedBirthDate |= each.swappedBirthDate;
        whole.samePhone |= each.samePhone;
        whole.similarName |= each.similarName;
        whole.sharesAName |= each.sharesAName;
    }
    std::vector<LikelyDuplicate> likely;
    for (auto& [id, each] : persons) {
        each.patient = patient(id).value_or(Patient{});
        likely.push_back(std::move(each));
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const auto& left, const auto& right) { return weightOf(left) > weightOf(right); });
    return likely;
}

std::vector<Patient> Directory::inConflict() const {
    std::vector<Patient> found;
    for (const auto& [id, entry] : m_entries) {
        if (!entry.record.conflicts.empty() && standingFor(id) == id) {
            found.push_back(shown(id, entry));
        }
    }
    return found;
}

} // namespace medicobus::clinic
