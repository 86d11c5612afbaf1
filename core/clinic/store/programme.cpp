// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/programme.h"

#include "clinic/store/rows.h"
#include "plan/programme_json.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

bool isSameClosure(const plan::Closure& left, const plan::Closure& right) {
    return left.site == right.site && left.from == right.from && left.until == right.until
           && left.reason == right.reason;
}

} // namespace

void addClosure(plan::Programme& programme, const plan::Closure& closure) {
    const auto known = std::find_if(programme.closures.begin(), programme.closures.end(),
                                    [&](const plan::Closure& each) { return isSameClosure(each, closure); });
    if (known == programme.closures.end()) {
        programme.closures.push_back(closure);
    } else {
        known->isLifted = closure.isLifted;
    }
}

Result<std::shared_ptr<const plan::Programme>> programmeNow(const SQLite::Database& db,
                                                            const std::string& file) {
    const auto body = rows::programmeInForce(db);
    if (!body) {
        return nullptr;
    }
    Result<plan::Programme> programme = plan::parseProgramme(*body, file);
    if (!programme) {
        return Fault(std::move(programme.error()));
    }
    for (const plan::Closure& closure : rows::closures(db)) {
        addClosure(*programme, closure);
    }
    const auto changes = rows::passageChanges(db);
    programme->overrides.insert(programme->overrides.end(), changes.begin(), changes.end());
    return std::make_shared<const plan::Programme>(std::move(*programme));
}

} // namespace medicobus::clinic
