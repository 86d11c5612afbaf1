// SPDX-License-Identifier: EUPL-1.2
#include "clinic/person/merge.h"

#include "clinic/claim/body.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace medicobus::clinic {

namespace {

using journal::OperationId;

bool isEarlier(const PatientFact& left, const PatientFact& right) {
    return std::tie(left.time, left.device, left.operation)
           < std::tie(right.time, right.device, right.operation);
}

bool writes(const PatientFact& fact, const std::string& field) {
    if (fact.kind == "patient.chosen") {
        return textIn(fact.open, "field") == field;
    }
    // Whoever is registered has every field, if only as nothing; what nobody can read says nothing.
    return (fact.kind == "patient.registered" && !fact.fields.empty())
           || (fact.kind == "patient.corrected" && fact.fields.contains(field));
}

void addIds(const Json& said, std::set<OperationId>& seen) {
    const Json list = said.is_array() ? said : Json::array({said});
    for (const Json& each : list) {
        if (const auto id = each.is_string() ? Uuid::parse(each.get<std::string>()) : std::nullopt) {
            seen.insert({*id});
        }
    }
}

/// The operations that the writer of this fact had seen and replaced.
std::set<OperationId> seenBy(const PatientFact& fact, const std::string& field,
                             const std::vector<const PatientFact*>& earlier) {
    std::set<OperationId> seen;
    const auto said = fact.open.find("seen");
    if (fact.kind == "patient.chosen") {
        addIds(said != fact.open.end() ? *said : Json(), seen);
        addIds(fact.open.value("operation", Json()), seen);
    } else if (fact.kind == "patient.corrected") {
        if (said != fact.open.end() && said->is_object() && said->contains(field)) {
            addIds((*said)[field], seen);
        } else {
            // An older version said nothing of what it saw; its corrections replace what came before.
            for (const PatientFact* each : earlier) {
                seen.insert(each->operation);
            }
        }
    }
    seen.erase(fact.operation);
    return seen;
}

/// The value that a fact gives; a choice gives that of the operation it names.
std::string valueOf(const PatientFact& fact, const std::string& field,
                    const std::vector<const PatientFact*>& writers) {
    if (fact.kind != "patient.chosen") {
        return textIn(fact.fields, field.c_str());
    }
    const auto chosen = idIn<OperationId>(fact.open, "operation");
    const auto named = std::find_if(writers.begin(), writers.end(), [&](const PatientFact* each) {
        return each->operation == chosen && each->kind != "patient.chosen";
    });
    return named == writers.end() ? std::string() : textIn((*named)->fields, field.c_str());
}

/// The writers of a field whom nobody replaced, the last first.
std::vector<const PatientFact*> headsOf(const std::vector<const PatientFact*>& writers,
                                        const std::string& field) {
    std::set<OperationId> replaced;
    for (std::size_t i = 0; i < writers.size(); ++i) {
        const auto here = writers.begin() + static_cast<std::ptrdiff_t>(i);
        replaced.merge(seenBy(**here, field, {writers.begin(), here}));
    }
    std::vector<const PatientFact*> heads;
    std::copy_if(writers.rbegin(), writers.rend(), std::back_inserter(heads),
                 [&](const PatientFact* each) { return !replaced.contains(each->operation); });
    return heads;
}

/// Settles one field of a record; its value goes to `fields`.
void settle(const std::vector<PatientFact>& sorted, const std::string& field, Json& fields,
            PatientRecord& record) {
    std::vector<const PatientFact*> writers;
    for (const PatientFact& fact : sorted) {
        if (writes(fact, field)) {
            writers.push_back(&fact);
        }
    }
    std::vector<FieldValue> values;
    for (const PatientFact* each : headsOf(writers, field)) {
        record.writtenAt.try_emplace(field, each->time);
        record.heads[field].push_back(each->operation);
        std::string value = valueOf(*each, field, writers);
        if (std::none_of(values.begin(), values.end(),
                         [&](const FieldValue& known) { return known.value == value; })) {
            values.push_back({each->operation, std::move(value)});
        }
    }
    if (!values.empty()) {
        fields[field] = values.front().value;
    }
    if (values.size() > 1) {
        record.conflicts.push_back({field, std::move(values)});
    }
}

} // namespace

const std::vector<std::string>& patientFields() {
    static const std::vector<std::string> fields{"family_name", "given_name", "birth_date", "phone",
                                                 "commune"};
    return fields;
}

std::optional<PatientRecord> mergePatient(std::vector<PatientFact> facts) {
    std::sort(facts.begin(), facts.end(), isEarlier);
    const auto isSame = [](const PatientFact& left, const PatientFact& right) {
        return left.operation == right.operation;
    };
    facts.erase(std::unique(facts.begin(), facts.end(), isSame), facts.end());
    PatientRecord record;
    record.isErased = std::any_of(facts.begin(), facts.end(),
                                  [](const PatientFact& each) { return each.kind == "patient.erased"; });
    if (record.isErased) {
        return record;
    }
    Json fields = Json::object();
    for (const std::string& field : patientFields()) {
        settle(facts, field, fields, record);
    }
    auto details = patientFromJson(fields);
    if (!details || (details->familyName.empty() && details->givenName.empty())) {
        return std::nullopt;
    }
    record.details = std::move(*details);
    return record;
}

Json changesBetween(const PatientDetails& before, const PatientDetails& after) {
    const Json was = toJson(before);
    const Json is = toJson(after);
    Json changes = Json::object();
    for (const std::string& field : patientFields()) {
        const std::string value = textIn(is, field.c_str());
        if (value != textIn(was, field.c_str())) {
            changes[field] = value;
        }
    }
    return changes;
}

} // namespace medicobus::clinic
