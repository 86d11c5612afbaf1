// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace medicobus::simulation {
namespace {

std::string nameOf(std::size_t number) {
    constexpr std::array names{"Imaginaire", "Fictif", "Chimère", "Mirage", "Légende", "Songe"};
    return names[number % names.size()];
}

Deed registerPatient(const Scene& scene) {
    const clinic::PatientDetails details{
        nameOf(scene.number(0)), nameOf(scene.number(1)),
        parseDate(fmt::format("19{:02}-03-12", 30 + scene.number(2) % 60)).value(), "", "99001"};
    const auto id = scene.desk.registerPatient(details);
    if (!id) {
        return refused(id);
    }
    const auto read = scene.desk.patient(*id);
    if (!read || read->details != details) {
        return unread("a person just registered reads otherwise");
    }
    return {"done", {}, *id, {}};
}

Deed correct(const Scene& scene) {
    const auto who = scene.pick(scene.people, 0);
    const auto known = who ? scene.desk.patient(*who) : fault(clinic::codes::patientUnknown);
    if (!known) {
        return refused(known);
    }
    clinic::PatientDetails details = known->details;
    const std::string value = nameOf(scene.number(2));
    switch (scene.number(1) % 3) {
    case 0:
        details.familyName = value;
        break;
    case 1:
        details.givenName = value;
        break;
    default:
        details.phone = fmt::format("+332330000{:02}", scene.number(2) % 100);
    }
    if (const auto done = scene.desk.correctPatient(*who, details); !done) {
        return refused(done);
    }
    const auto read = scene.desk.patient(*who);
    return read && read->details == details ? Deed() : unread("a corrected person reads otherwise");
}

Deed choose(const Scene& scene) {
    const auto conflicts = scene.desk.conflicts();
    if (!conflicts) {
        return refused(conflicts);
    }
    const auto patient = scene.pick(*conflicts, 0);
    if (!patient) {
        return nothingThere();
    }
    const clinic::FieldConflict& conflict = patient->conflicts.front();
    const auto value = scene.pick(conflict.values, 1);
    const auto done = scene.desk.chooseValue(patient->id, conflict.field, value->operation);
    if (!done) {
        return refused(done);
    }
    const auto read = scene.desk.patient(patient->id);
    const bool isSettled = read
                           && std::none_of(read->conflicts.begin(), read->conflicts.end(),
                                           [&](const auto& each) { return each.field == conflict.field; });
    return isSettled ? Deed() : unread("a conflict just settled is still shown");
}

Deed erase(const Scene& scene) {
    const auto who = scene.pick(scene.people, 0);
    if (!who) {
        return nothingThere();
    }
    if (const auto done = scene.desk.erasePatient(*who); !done) {
        return refused(done);
    }
    return {"done", {}, {}, *who};
}

} // namespace

Performances peopleActs() {
    return {{Act::Register, registerPatient},
            {Act::Correct, correct},
            {Act::Choose, choose},
            {Act::Erase, erase}};
}

} // namespace medicobus::simulation
