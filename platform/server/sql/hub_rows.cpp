// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/hub_rows.h"

#include "base/json/text.h"

namespace medicobus::platform {

std::int64_t millisOf(Instant instant) {
    return instant.time_since_epoch().count();
}

Instant instantOf(std::int64_t millis) {
    return Instant(std::chrono::milliseconds(millis));
}

sync::StoredOperation operationIn(const SqlRow& row) {
    sync::StoredOperation stored;
    stored.hubSeq = row.whole(0);
    journal::Operation& operation = stored.operation;
    operation.id = {Uuid(arrayIn<16>(row, 1))};
    operation.device = {Uuid(arrayIn<16>(row, 2))};
    operation.seq = row.whole(3);
    operation.time = HybridTime::unpack(row.whole(4));
    operation.actor = row.text(5);
    operation.subject = {row.text(6), row.text(7)};
    operation.kind = row.text(8);
    operation.schemaVersion = static_cast<int>(row.whole(9));
    operation.open = parseJson(row.text(10));
    if (!row.isNull(11)) {
        operation.sealed = row.bytes(11);
    }
    if (!row.isNull(12)) {
        operation.sealKey = row.text(12);
    }
    operation.previousHash = arrayIn<32>(row, 13);
    operation.hash = arrayIn<32>(row, 14);
    if (!row.isNull(15)) {
        operation.signature = arrayIn<64>(row, 15);
    }
    stored.ruling = {row.text(16), row.text(17), row.text(18)};
    return stored;
}

sync::HubDevice deviceIn(const SqlRow& row) {
    sync::HubDevice device;
    device.id = {Uuid(arrayIn<16>(row, 0))};
    device.enrolment = row.text(1);
    device.name = row.text(2);
    device.role = sync::parseRole(row.text(3)).value_or(sync::Role::TownHall);
    device.commune = row.text(4);
    device.signKey = arrayIn<32>(row, 5);
    device.boxKey = arrayIn<32>(row, 6);
    device.state = sync::parseDeviceState(row.text(7)).value_or(sync::DeviceState::Revoked);
    device.enrolledAt = instantOf(row.whole(8));
    if (!row.isNull(9)) {
        device.seenAt = instantOf(row.whole(9));
    }
    device.crewKey = row.bytes(10);
    device.mustWipe = row.whole(11) != 0;
    device.isWiped = row.whole(12) != 0;
    device.reportedEpoch = row.text(13);
    if (!row.isNull(14)) {
        device.drift = std::chrono::milliseconds(row.whole(14));
    }
    return device;
}

sync::AccessEntry accessIn(const SqlRow& row) {
    return {row.whole(0), instantOf(row.whole(1)),        row.text(2), row.text(3), row.text(4),
            row.text(5),  static_cast<int>(row.whole(6)), row.text(7), row.text(8), row.text(9)};
}

} // namespace medicobus::platform
