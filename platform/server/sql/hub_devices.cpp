// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/hub_rows.h"
#include "platform/server/sql/hub_transaction.h"

// Devices, invitations, the access log and the totals.

namespace medicobus::platform {

namespace {

std::int64_t flag(bool isSet) {
    return isSet ? 1 : 0;
}

} // namespace

std::vector<sync::HubDevice> SqlHubTransaction::devices() {
    std::vector<sync::HubDevice> devices;
    m_session.run("SELECT " MEDICOBUS_DEVICE_COLUMNS " FROM devices ORDER BY enrolled_at, id", {},
                  [&](const SqlRow& row) { devices.push_back(deviceIn(row)); });
    return devices;
}

std::optional<sync::HubDevice> SqlHubTransaction::device(const journal::DeviceId& id) {
    std::optional<sync::HubDevice> device;
    m_session.run("SELECT " MEDICOBUS_DEVICE_COLUMNS " FROM devices WHERE id = ?1", {blobOf(id)},
                  [&](const SqlRow& row) { device = deviceIn(row); });
    return device;
}

std::optional<sync::HubDevice> SqlHubTransaction::enrolment(std::string_view id) {
    std::optional<sync::HubDevice> device;
    m_session.run("SELECT " MEDICOBUS_DEVICE_COLUMNS " FROM devices WHERE enrolment = ?1", {std::string(id)},
                  [&](const SqlRow& row) { device = deviceIn(row); });
    return device;
}

void SqlHubTransaction::putDevice(const sync::HubDevice& device) {
    m_session.run(
        "INSERT INTO devices(" MEDICOBUS_DEVICE_COLUMNS ") VALUES "
        "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15) ON CONFLICT (id) DO UPDATE SET "
        "enrolment = excluded.enrolment, name = excluded.name, role = excluded.role, "
        "commune = excluded.commune, sign_key = excluded.sign_key, box_key = excluded.box_key, "
        "state = excluded.state, enrolled_at = excluded.enrolled_at, seen_at = excluded.seen_at, "
        "crew_key = excluded.crew_key, must_wipe = excluded.must_wipe, is_wiped = excluded.is_wiped, "
        "reported_epoch = excluded.reported_epoch, drift = excluded.drift",
        {blobOf(device.id), device.enrolment, device.name, std::string(sync::codeOf(device.role)),
         device.commune, blobOf(device.signKey), blobOf(device.boxKey),
         std::string(sync::codeOf(device.state)), millisOf(device.enrolledAt),
         device.seenAt ? SqlValue(millisOf(*device.seenAt)) : SqlValue(nullptr), Blob{device.crewKey},
         flag(device.mustWipe), flag(device.isWiped), device.reportedEpoch,
         device.drift ? SqlValue(std::int64_t{device.drift->count()}) : SqlValue(nullptr)});
}

void SqlHubTransaction::putInvitation(const sync::OpenInvitation& invitation) {
    m_session.run("INSERT INTO invitations(secret_hash, role, commune, name, until) "
                  "VALUES (?1, ?2, ?3, ?4, ?5)",
                  {invitation.secretHash, std::string(sync::codeOf(invitation.role)), invitation.commune,
                   invitation.name, millisOf(invitation.until)});
}

std::optional<sync::OpenInvitation> SqlHubTransaction::takeInvitation(std::string_view secretHash) {
    std::optional<sync::OpenInvitation> taken;
    m_session.run("SELECT role, commune, name, until FROM invitations WHERE secret_hash = ?1",
                  {std::string(secretHash)}, [&](const SqlRow& row) {
                      taken =
                          sync::OpenInvitation{std::string(secretHash),
                                               sync::parseRole(row.text(0)).value_or(sync::Role::TownHall),
                                               row.text(1), row.text(2), instantOf(row.whole(3))};
                  });
    m_session.run("DELETE FROM invitations WHERE secret_hash = ?1", {std::string(secretHash)});
    return taken;
}

std::optional<sync::AccessEntry> SqlHubTransaction::lastAccess() {
    std::optional<sync::AccessEntry> last;
    m_session.run("SELECT " MEDICOBUS_ACCESS_COLUMNS " FROM hub_access.entries ORDER BY number DESC LIMIT 1",
                  {}, [&](const SqlRow& row) { last = accessIn(row); });
    return last;
}

void SqlHubTransaction::appendAccess(const sync::AccessEntry& entry) {
    m_session.run("INSERT INTO hub_access.entries(" MEDICOBUS_ACCESS_COLUMNS ") VALUES "
                  "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
                  {entry.number, millisOf(entry.at), entry.device, entry.session, entry.action, entry.record,
                   std::int64_t{entry.status}, entry.previous, entry.hash, entry.signature});
}

std::vector<sync::AccessEntry> SqlHubTransaction::accesses(std::int64_t after, std::size_t limit) {
    std::vector<sync::AccessEntry> entries;
    m_session.run("SELECT " MEDICOBUS_ACCESS_COLUMNS " FROM hub_access.entries WHERE number > ?1 "
                  "ORDER BY number LIMIT ?2",
                  {after, static_cast<std::int64_t>(limit)},
                  [&](const SqlRow& row) { entries.push_back(accessIn(row)); });
    return entries;
}

sync::StoreTotals SqlHubTransaction::totals() {
    sync::StoreTotals totals;
    m_session.run("SELECT (SELECT count(*) FROM waiting_claims), (SELECT count(*) FROM claims), "
                  "(SELECT coalesce(max(hub_seq), 0) FROM operations)",
                  {}, [&](const SqlRow& row) {
                      totals.waitingClaims = row.whole(0);
                      totals.liveClaims = row.whole(1);
                      totals.operations = row.whole(2);
                  });
    m_session.run("SELECT state, count(*) FROM devices GROUP BY state", {},
                  [&](const SqlRow& row) { totals.devices[row.text(0)] = row.whole(1); });
    return totals;
}

} // namespace medicobus::platform
