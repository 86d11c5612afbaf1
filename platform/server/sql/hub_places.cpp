// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/hub_rows.h"
#include "platform/server/sql/hub_transaction.h"

// Wrapped keys, claims, leases and requests that wait.

namespace medicobus::platform {

namespace {

sync::Seat seatIn(const SqlRow& row) {
    return {row.text(0), static_cast<int>(row.whole(1)), static_cast<int>(row.whole(2))};
}

sync::LiveClaim claimIn(const SqlRow& row) {
    return {seatIn(row), row.text(3), row.text(4)};
}

sync::LeasedPlace leaseIn(const SqlRow& row) {
    return {seatIn(row), row.text(3), journal::DeviceId{Uuid(arrayIn<16>(row, 4))}, instantOf(row.whole(5))};
}

sync::WaitingClaim waitingIn(const SqlRow& row) {
    return {row.whole(3), row.text(4), row.text(5), seatIn(row)};
}

} // namespace

std::optional<std::string> SqlHubTransaction::envelope(std::string_view key) {
    std::optional<std::string> wrapped;
    m_session.run("SELECT wrapped FROM envelopes WHERE key = ?1", {std::string(key)},
                  [&](const SqlRow& row) { wrapped = row.bytes(0); });
    return wrapped;
}

bool SqlHubTransaction::putEnvelope(const sync::Envelope& envelope) {
    if (isDestroyed(envelope.key)) {
        return false;
    }
    m_session.run("INSERT INTO envelopes(key, wrapped) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING",
                  {envelope.key, Blob{envelope.wrapped}});
    return true;
}

void SqlHubTransaction::destroyEnvelope(std::string_view key) {
    m_session.run("DELETE FROM envelopes WHERE key = ?1", {std::string(key)});
    m_session.run("INSERT INTO destroyed_keys(key) VALUES (?1) ON CONFLICT (key) DO NOTHING",
                  {std::string(key)});
    m_known.destroyed[std::string(key)] = true;
}

bool SqlHubTransaction::isDestroyed(std::string_view key) {
    const auto known = m_known.destroyed.find(key);
    if (known != m_known.destroyed.end()) {
        return known->second;
    }
    const bool isGone = m_session.run("SELECT 1 FROM destroyed_keys WHERE key = ?1", {std::string(key)}) > 0;
    return m_known.destroyed.emplace(key, isGone).first->second;
}

std::vector<std::string> SqlHubTransaction::destroyedKeys() {
    std::vector<std::string> keys;
    m_session.run("SELECT key FROM destroyed_keys ORDER BY key", {},
                  [&](const SqlRow& row) { keys.push_back(row.text(0)); });
    return keys;
}

std::vector<sync::LiveClaim> SqlHubTransaction::claimsAt(std::string_view occurrence) {
    std::vector<sync::LiveClaim> claims;
    m_session.run("SELECT occurrence, slot, seat, appointment, operation FROM claims WHERE occurrence = ?1 "
                  "ORDER BY slot, seat",
                  {std::string(occurrence)}, [&](const SqlRow& row) { claims.push_back(claimIn(row)); });
    return claims;
}

std::optional<sync::LiveClaim> SqlHubTransaction::claimOf(std::string_view appointment) {
    std::optional<sync::LiveClaim> claim;
    if (m_known.unclaimed.contains(appointment)) {
        return claim;
    }
    m_session.run("SELECT occurrence, slot, seat, appointment, operation FROM claims WHERE appointment = ?1",
                  {std::string(appointment)}, [&](const SqlRow& row) { claim = claimIn(row); });
    if (!claim) {
        m_known.unclaimed.emplace(appointment);
    }
    return claim;
}

bool SqlHubTransaction::claim(const sync::LiveClaim& claim) {
    const SqlValue slot = std::int64_t{claim.place.slot};
    const SqlValue seat = std::int64_t{claim.place.seat};
    const auto held = claimOf(claim.appointment);
    m_known.unclaimed.erase(claim.appointment);
    if (held && held->place == claim.place) {
        if (held->operation != claim.operation) {
            m_session.run("UPDATE claims SET operation = ?2 WHERE appointment = ?1",
                          {claim.appointment, claim.operation});
        }
        return true;
    }
    if (!held) {
        return m_session.run("INSERT INTO claims(occurrence, slot, seat, appointment, operation) "
                             "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                             {claim.place.occurrence, slot, seat, claim.appointment, claim.operation})
               > 0;
    }
    return m_session.run("UPDATE claims SET occurrence = ?1, slot = ?2, seat = ?3, operation = ?5 "
                         "WHERE appointment = ?4 AND NOT EXISTS (SELECT 1 FROM claims AS other WHERE "
                         "other.occurrence = ?1 AND other.slot = ?2 AND other.seat = ?3)",
                         {claim.place.occurrence, slot, seat, claim.appointment, claim.operation})
           > 0;
}

void SqlHubTransaction::freeClaim(std::string_view appointment) {
    m_session.run("DELETE FROM claims WHERE appointment = ?1", {std::string(appointment)});
}

std::vector<sync::LeasedPlace> SqlHubTransaction::leasesAt(std::string_view occurrence) {
    std::vector<sync::LeasedPlace> places;
    m_session.run("SELECT occurrence, slot, seat, lease, device, until FROM leased_places "
                  "WHERE occurrence = ?1 ORDER BY slot, seat",
                  {std::string(occurrence)}, [&](const SqlRow& row) { places.push_back(leaseIn(row)); });
    return places;
}

std::vector<sync::LeasedPlace> SqlHubTransaction::leasesOf(const journal::DeviceId& device) {
    std::vector<sync::LeasedPlace> places;
    m_session.run("SELECT occurrence, slot, seat, lease, device, until FROM leased_places WHERE device = ?1 "
                  "ORDER BY occurrence, slot, seat",
                  {blobOf(device)}, [&](const SqlRow& row) { places.push_back(leaseIn(row)); });
    return places;
}

bool SqlHubTransaction::lease(const sync::LeasedPlace& place) {
    return m_session.run("INSERT INTO leased_places(occurrence, slot, seat, lease, device, until) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                         {place.place.occurrence, std::int64_t{place.place.slot},
                          std::int64_t{place.place.seat}, place.lease, blobOf(place.device),
                          millisOf(place.until)})
           > 0;
}

void SqlHubTransaction::freeLease(const sync::Seat& place) {
    m_session.run("DELETE FROM leased_places WHERE occurrence = ?1 AND slot = ?2 AND seat = ?3",
                  {place.occurrence, std::int64_t{place.slot}, std::int64_t{place.seat}});
}

void SqlHubTransaction::wait(const sync::WaitingClaim& claim) {
    m_known.unwaiting.erase(claim.appointment);
    m_session.run("INSERT INTO waiting_claims(appointment, hub_seq, operation, occurrence, slot, seat) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (appointment) DO UPDATE SET "
                  "hub_seq = excluded.hub_seq, operation = excluded.operation, "
                  "occurrence = excluded.occurrence, slot = excluded.slot, seat = excluded.seat",
                  {claim.appointment, claim.hubSeq, claim.operation, claim.place.occurrence,
                   std::int64_t{claim.place.slot}, std::int64_t{claim.place.seat}});
}

void SqlHubTransaction::stopWaiting(std::string_view appointment) {
    if (m_known.unwaiting.emplace(appointment).second) {
        m_session.run("DELETE FROM waiting_claims WHERE appointment = ?1", {std::string(appointment)});
    }
}

std::optional<sync::WaitingClaim> SqlHubTransaction::waitingOf(std::string_view appointment) {
    std::optional<sync::WaitingClaim> claim;
    m_session.run("SELECT occurrence, slot, seat, hub_seq, appointment, operation FROM waiting_claims "
                  "WHERE appointment = ?1",
                  {std::string(appointment)}, [&](const SqlRow& row) { claim = waitingIn(row); });
    return claim;
}

std::vector<sync::WaitingClaim> SqlHubTransaction::waitingAt(std::string_view occurrence) {
    std::vector<sync::WaitingClaim> claims;
    const auto keep = [&](const SqlRow& row) { claims.push_back(waitingIn(row)); };
    if (occurrence.empty()) {
        m_session.run("SELECT occurrence, slot, seat, hub_seq, appointment, operation FROM waiting_claims "
                      "ORDER BY hub_seq",
                      {}, keep);
    } else {
        m_session.run("SELECT occurrence, slot, seat, hub_seq, appointment, operation FROM waiting_claims "
                      "WHERE occurrence = ?1 ORDER BY hub_seq",
                      {std::string(occurrence)}, keep);
    }
    return claims;
}

} // namespace medicobus::platform
