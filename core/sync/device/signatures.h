// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "sync/wire/operation.h"

#include <map>
#include <span>

namespace medicobus::sync {

/// Knows who signs for which device: from the `device.enrolled` operations that a journal holds and that the
/// hub signed.
///
/// A chain that nobody enrolled is the hub's own, under this identity or a former one, if the hub's key
/// signed it.
class KeyBook {
public:
    KeyBook(const journal::Journal& journal, const PublicKey& hubKey)
        : m_journal(journal), m_hubKey(hubKey) {}

    /// A device's key, when the hub enrolled it or it was noted.
    [[nodiscard]] Result<std::optional<PublicKey>> keyOf(const DeviceId& device);
    void note(const DeviceId& device, const PublicKey& key) { m_known[device] = key; }
    const PublicKey& hubKey() const { return m_hubKey; }

private:
    const journal::Journal& m_journal;
    PublicKey m_hubKey;
    std::map<DeviceId, PublicKey> m_known;
};

/// Whether an Ed25519 signature over the bytes is this key's.
bool isSignedBy(const PublicKey& key, std::string_view bytes, const Signature& signature);

/// Checks that every operation was signed by its device: an unbroken run of one chain by its last signature,
/// which vouches for all before it. Hashes themselves are for the journal to check as it takes them in. The
/// keys of devices that the hub enrolls among these operations are noted. Errors: `sync.bad_signature`
/// (device, seq), `sync.not_the_hub` for a decision that only the hub may make.
[[nodiscard]] Result<void> checkSignatures(std::span<const Operation> operations, KeyBook& keys);

namespace codes {
inline constexpr ErrorCode badSignature{"sync.bad_signature"};
inline constexpr ErrorCode notTheHub{"sync.not_the_hub"};
} // namespace codes

} // namespace medicobus::sync
