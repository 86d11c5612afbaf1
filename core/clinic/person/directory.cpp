// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/directory.h"

#include "base/text/fold.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

std::string foldedName(const PatientDetails& details) {
    std::string name(1, ' ');
    return name.append(foldForSearch(details.familyName))
        .append(1, ' ')
        .append(foldForSearch(details.givenName))
        .append(1, ' ');
}

Patient patientOf(const PatientId& id, const PatientRecord& record) {
    return {id, record.details, record.conflicts, record.isErased};
}

int weightOf(const LikelyDuplicate& each) {
    return (each.sameName ? 4 : 0) + (each.similarName ? 1 : 0) + (each.sameBirthDate ? 3 : 0)
           + (each.samePhone ? 2 : 0);
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
    m_entries.insert_or_assign(id, Entry{std::move(*record), std::move(key)});
}

void Directory::drop(const PatientId& id) {
    if (m_entries.erase(id) > 0) {
        m_search.remove(id.text());
    }
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

std::optional<Patient> Directory::patient(const PatientId& id) const {
    const Entry* found = find(id);
    return found ? std::optional(patientOf(id, found->record)) : std::nullopt;
}

std::vector<Patient> Directory::matching(std::string_view text, std::size_t limit) const {
    std::vector<Patient> patients;
    for (const vault::Found& each : m_search.find(text, limit)) {
        if (auto known = patient({Uuid::parse(each.id).value_or(Uuid())})) {
            patients.push_back(std::move(*known));
        }
    }
    return patients;
}

std::vector<LikelyDuplicate> Directory::alike(const PatientDetails& wanted) const {
    constexpr std::size_t enough = 20;
    std::set<PatientId> similar;
    for (const Patient& each : matching(wanted.familyName + " " + wanted.givenName, enough)) {
        similar.insert(each.id);
    }
    const std::string name = foldedName(wanted);
    std::vector<LikelyDuplicate> likely;
    for (const auto& [id, entry] : m_entries) {
        const PatientDetails& who = entry.record.details;
        if (entry.record.isErased) {
            continue;
        }
        LikelyDuplicate each;
        each.sameBirthDate = wanted.birthDate && who.birthDate == wanted.birthDate;
        each.samePhone = !wanted.phone.empty() && who.phone == wanted.phone;
        each.similarName = similar.contains(id);
        each.sameName = each.similarName && foldedName(who) == name;
        const bool sharesAName = each.sameBirthDate
                                 && (foldForSearch(who.familyName) == foldForSearch(wanted.familyName)
                                     || foldForSearch(who.givenName) == foldForSearch(wanted.givenName));
        if (each.similarName || each.samePhone || sharesAName) {
            each.patient = patientOf(id, entry.record);
            likely.push_back(std::move(each));
        }
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const auto& left, const auto& right) { return weightOf(left) > weightOf(right); });
    return likely;
}

std::vector<Patient> Directory::inConflict() const {
    std::vector<Patient> found;
    for (const auto& [id, entry] : m_entries) {
        if (!entry.record.conflicts.empty()) {
            found.push_back(patientOf(id, entry.record));
        }
    }
    return found;
}

} // namespace medicobus::clinic
