// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/unions.h"

#include "clinic/claim/body.h"

#include <algorithm>
#include <tuple>

namespace medicobus::clinic {

namespace {

bool isEarlier(const PatientMerge& left, const PatientMerge& right) {
    return std::tie(left.time, left.device, left.operation)
           < std::tie(right.time, right.device, right.operation);
}

} // namespace

Unions::Unions(std::vector<PatientMerge> live, const std::function<bool(const PatientId&)>& counts)
    : m_merges(std::move(live)) {
    std::erase_if(m_merges, [&](const PatientMerge& each) {
        return each.gone == each.stays || !counts(each.gone) || !counts(each.stays);
    });
    std::sort(m_merges.begin(), m_merges.end(), isEarlier);
    m_merges.erase(std::unique(m_merges.begin(), m_merges.end()), m_merges.end());
    for (const PatientMerge& each : m_merges) {
        read(each);
    }
}

void Unions::read(const PatientMerge& merge) {
    const PatientId joining = standingFor(merge.gone);
    const PatientId stays = standingFor(merge.stays);
    if (joining == stays) {
        return;
    }
    std::vector<Member>& members = m_under[stays];
    members.push_back({joining, merge});
    if (auto brought = m_under.extract(joining)) {
        members.insert(members.end(), brought.mapped().begin(), brought.mapped().end());
    }
    for (const Member& each : members) {
        m_stays[each.id] = stays;
    }
}

PatientId Unions::standingFor(const PatientId& id) const {
    const auto found = m_stays.find(id);
    return found == m_stays.end() ? id : found->second;
}

std::vector<Unions::Member> Unions::under(const PatientId& stays) const {
    const auto found = m_under.find(stays);
    return found == m_under.end() ? std::vector<Member>() : found->second;
}

std::vector<PatientMerge> Unions::holding(const PatientId& entry) const {
    const PatientId stays = standingFor(entry);
    std::vector<PatientMerge> taken;
    std::vector<PatientMerge> left = m_merges;
    for (Unions now = *this; entry != stays && now.areOne(entry, stays);
         now = Unions(left, [](const PatientId&) { return true; })) {
        // Without some of them the other may be the one who joined.
        const PatientId joined = now.standingFor(entry) == entry ? stays : entry;
        const auto members = now.under(now.standingFor(entry));
        const auto member = std::find_if(members.begin(), members.end(),
                                         [&](const Member& each) { return each.id == joined; });
        if (member == members.end()) {
            break;
        }
        taken.push_back(member->joinedBy);
        std::erase(left, member->joinedBy);
    }
    return taken;
}

PatientDetails shownOf(const PatientRecord& stays, const std::vector<JoinedRecord>& others) {
    Json shown = toJson(stays.details);
    for (const std::string& field : patientFields()) {
        const auto written = stays.writtenAt.find(field);
        for (const JoinedRecord& each : others) {
            const std::string value = textIn(toJson(each.record->details), field.c_str());
            const bool wasEmptied = written != stays.writtenAt.end() && each.since < written->second;
            if (textIn(shown, field.c_str()).empty() && !wasEmptied && !value.empty()) {
                shown[field] = value;
            }
        }
    }
    return patientFromJson(shown).value_or(stays.details);
}

} // namespace medicobus::clinic
