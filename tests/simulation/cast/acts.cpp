// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/acts.h"

#include "tests/simulation/cast/scene.h"

namespace medicobus::simulation {
namespace {

const Performances& performances() {
    static const Performances all = [] {
        Performances made = peopleActs();
        made.merge(placeActs());
        made.merge(planActs());
        return made;
    }();
    return all;
}

} // namespace

journal::OperationDraft depositAt(Tablet& tablet, const vault::PublicKey& crewKey,
                                  const plan::Occurrence& passage, int slot) {
    const clinic::PlaceClaim claim{{passage.id, slot, 0}, passage.start, clinic::Basis::Request, {}};
    const std::string id = tablet.desk().journal().newUuid().text();
    journal::OperationDraft draft;
    draft.actor = tablet.name();
    draft.subject = {"appointment", id};
    draft.kind = "appointment.deposited";
    draft.open = clinic::toJson(claim);
    const auto box = vault::Vault::sealDeposit(crewKey, {"operations", "sealed_body", id},
                                               R"({"family_name":"Imaginaire"})");
    draft.sealed = box.value();
    draft.sealKey = "crew";
    return draft;
}

Deed perform(Tablet& tablet, const Step& step, const People& people) {
    const auto performance = performances().find(step.act);
    if (performance == performances().end()) {
        return nothingThere();
    }
    const RunningAs running(tablet.process());
    return performance->second({tablet, tablet.desk(), step, people});
}

} // namespace medicobus::simulation
