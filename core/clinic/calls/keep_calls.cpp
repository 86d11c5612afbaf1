// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"
#include "clinic/calls/reminder.h"
#include "clinic/calls/tries.h"
#include "clinic/store/keepers.h"
#include "clinic/store/rows.h"

namespace medicobus::clinic {

namespace {

void keepCall(journal::Connection& db, const journal::Operation& operation) {
    rows::run(db, "INSERT INTO clinic_call VALUES (?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.subject.id, operation.time.packed(), operation.device.text(), operation.kind,
              jsonText(operation.open));
}

} // namespace

Keepers callKeepers() {
    return {{requestTriedKind, keepCall}, {reminderSaidKind, keepCall}, {reminderRevertedKind, keepRevert}};
}

} // namespace medicobus::clinic
