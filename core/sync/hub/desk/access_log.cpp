// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/access_log.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {

namespace {

/// A line break in what a caller sent must not look like the next field.
std::string oneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text.substr(0, 200);
}

std::string hashOf(const AccessEntry& entry) {
    const std::string text =
        fmt::format("medicobus-access/1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", entry.number, toMillis(entry.at),
                    entry.device, entry.session, entry.action, entry.record, entry.status, entry.previous);
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return toHex(viewOf(hash));
}

bool isSigned(const AccessEntry& entry, const PublicKey& key) {
    const auto signature = arrayFromBase64<64>(entry.signature);
    return signature
           && crypto_sign_verify_detached(signature->data(),
                                          reinterpret_cast<const unsigned char*>(entry.hash.data()),
                                          entry.hash.size(), key.data())
                  == 0;
}

} // namespace

void logAccess(HubTransaction& transaction, const Identity& identity, AccessEntry entry) {
    const auto last = transaction.lastAccess();
    entry.number = last ? last->number + 1 : 1;
    entry.previous = last ? last->hash : std::string();
    entry.record = oneLine(std::move(entry.record));
    entry.hash = hashOf(entry);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(entry.hash.data()),
                         entry.hash.size(), identity.signKey.data());
    entry.signature = toBase64(signature);
    transaction.appendAccess(entry);
}

AccessReport verifyAccessLog(HubTransaction& transaction, const PublicKey& hubKey) {
    constexpr std::size_t atOnce = 1000;
    AccessReport report;
    while (true) {
        const auto entries = transaction.accesses(report.entries, atOnce);
        for (const AccessEntry& entry : entries) {
            if (entry.number != report.entries + 1 || entry.previous != report.lastHash
                || entry.hash != hashOf(entry) || !isSigned(entry, hubKey)) {
                report.broken = report.entries + 1;
                return report;
            }
            ++report.entries;
            report.lastHash = entry.hash;
        }
        if (entries.size() < atOnce) {
            return report;
        }
    }
}

Json toJson(const AccessEntry& entry) {
    return {{"number", entry.number},      {"at", toMillis(entry.at)},   {"device", entry.device},
            {"session", entry.session},    {"action", entry.action},     {"record", entry.record},
            {"status", entry.status},      {"previous", entry.previous}, {"hash", entry.hash},
            {"signature", entry.signature}};
}

} // namespace medicobus::sync
