// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"
#include "vault/codes.h"
#include "vault/pin.h"
#include "vault/sealing.h"
#include "vault/secret_store.h"
#include "vault/wrap_store.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::vault {

class KeyRing;
struct CrewKey;
struct UserWrap;
struct Wraps;

using SignatureBytes = std::array<std::uint8_t, 64>;

/// A patient's own key, wrapped by the crew's. It stands beside what it seals, so that it can be destroyed.
struct Envelope {
    std::string key;     ///< Its name, a UUID in text; known to all, the hub included.
    std::string wrapped; ///< Text; empty once the key was destroyed.

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

/// Who may open the vault with a PIN of their own.
struct User {
    std::string id;    ///< Opaque.
    std::string label; ///< Short, for the lock screen.
};

struct NewUser {
    std::string id;
    std::string label;
    std::string_view pin;
};

/// What the vault stands on; each must outlive it.
struct Doors {
    SecretStore& secrets;
    WrapStore& wraps;
    const BootClock& clock;
};

struct VaultOptions {
    std::chrono::milliseconds idle{std::chrono::minutes(5)};
    PinCost cost{};
};

/// Two halves of a recovery key: the public one for every device, the secret one kept off line by a person.
struct RecoveryPair {
    PublicKey publicKey{};
    Secret secretKey;
};

/// Holds the keys of one device: locked, it has none in memory; unlocked by a user's PIN, it seals, opens and
/// signs.
///
/// One owner thread at a time. `unlock` and what takes a PIN spend about 0.2 s and 64 MiB. Everything that
/// needs a key refuses with `vault.locked` while locked. All may also pass on an error of the two stores.
class Vault {
public:
    /// Makes the first crew device's vault: device keys, the crew's key, one user; unlocked. Errors:
    /// `vault.exists`, `vault.weak_pin`, `vault.out_of_memory`, those of the keychain.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> create(Doors doors, const NewUser& first,
                                                               VaultOptions options = {});
    /// The same without a crew's key: `adoptCrewKey` brings it, or this device never needs one.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> createWaiting(Doors doors, const NewUser& first,
                                                                      VaultOptions options = {});
    /// Locked. Errors: `vault.missing`, `vault.bad_wraps`, `vault.destroyed`.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(Doors doors, VaultOptions options = {});
    /// Opens again a vault whose wraps or keychain secret were lost, with the hub's recovery key alone: same
    /// device, same keys, the given user only, a new keychain secret; unlocked. `copy` is what `recoveryCopy`
    /// gave, for when the wraps themselves cannot be read. Errors: `vault.no_recovery`,
    /// `vault.wrong_recovery_key`, `vault.weak_pin`, those of the keychain.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> recover(Doors doors, const Secret& recoveryKey,
                                                                const NewUser& first,
                                                                VaultOptions options = {},
                                                                std::string_view copy = {});
    /// Whether a copy of the keys lies there that a recovery key opens, the vault's own state aside.
    static bool canRecover(WrapStore& wraps);
    /// Remote wipe: destroys every wrap and the keychain's secret. What was sealed, and the copy of the keys
    /// sealed to the recovery key, stay: unsent work is not lost.
    [[nodiscard]] static Result<void> destroy(Doors doors);

    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// A try is counted and saved before it is looked at; after three wrong ones each has to wait longer.
    /// Errors: `vault.wrong_pin`, `vault.too_soon`, `vault.unknown_user`, `vault.secret_lost`,
    /// `vault.secret_changed`, `vault.out_of_memory`, `vault.altered` (right PIN, but wraps were changed).
    [[nodiscard]] Result<void> unlock(std::string_view user, std::string_view pin);
    /// Wipes every key, and what lies below on the calling thread's stack.
    void lock();
    /// Called first by every lock that closes an open vault: whoever holds opened texts lets go of them here.
    void onLock(std::function<void()> forget) { m_forget.push_back(std::move(forget)); }
    bool isLocked() const { return m_ring == nullptr; }
    /// Who unlocked; empty while locked.
    const std::string& unlockedBy() const { return m_user; }
    /// How long until a PIN is looked at again; zero when one may be tried now.
    std::chrono::milliseconds waitBeforeTry() const;

    /// Somebody is there.
    void touch();
    /// Nobody was there for the idle period, sleep of the machine included; false while locked.
    bool isIdle() const;
    /// Locks when idle; true when it has just locked.
    bool lockIfIdle();

    std::vector<User> users() const;
    /// Errors: `vault.user_exists`, `vault.weak_pin`.
    [[nodiscard]] Result<void> addUser(const NewUser& user);
    /// Anybody unlocked may give a user a new PIN: who has forgotten theirs asks a colleague.
    /// Errors: `vault.unknown_user`, `vault.weak_pin`.
    [[nodiscard]] Result<void> changePin(std::string_view user, std::string_view pin);
    /// Errors: `vault.unknown_user`, `vault.last_user`.
    [[nodiscard]] Result<void> removeUser(std::string_view user);

    /// A new patient's key. Errors: `vault.no_crew_key`.
    [[nodiscard]] Result<Envelope> makeKey() const;
    /// The same key wrapped by the crew's key now in use, for envelopes made before joining that crew.
    [[nodiscard]] Result<Envelope> rewrap(const Envelope& envelope) const;
    /// Bytes that only `open` with the same envelope and place opens. Errors: `vault.altered` (the envelope),
    /// `vault.erased`, `vault.unknown_crew_key`, `vault.no_crew_key`.
    [[nodiscard]] Result<std::string> seal(const Envelope& envelope, const Place& place,
                                           std::string_view text) const;
    /// Also `vault.altered` when the bytes were changed or stood elsewhere.
    [[nodiscard]] Result<SecretText> open(const Envelope& envelope, const Place& place,
                                          std::string_view sealed) const;
    /// Under a key of this device alone, for drafts and other things never sent.
    [[nodiscard]] Result<std::string> sealLocal(const Place& place, std::string_view text) const;
    [[nodiscard]] Result<SecretText> openLocal(const Place& place, std::string_view sealed) const;

    bool hasCrewKey() const;
    /// The name of the crew's key in use, 32 hexadecimal digits, for people to compare; empty when none.
    std::string crewKeyId() const;
    /// Where deposits are sealed to. Known while locked. Errors: `vault.no_crew_key`.
    [[nodiscard]] Result<PublicKey> crewPublicKey() const;
    /// Six groups of four digits (BLAKE2b-256 of the key, about 80 bits), for two people to read to each
    /// other.
    static std::string fingerprintOf(const PublicKey& key);
    /// For a device that joins: its own box key only opens it. Errors: `vault.no_crew_key`, `vault.bad_key`.
    [[nodiscard]] Result<std::string> sealCrewKeyFor(const PublicKey& boxKey) const;
    /// A key held before stays, to open what it wrapped. Errors: `vault.altered`.
    [[nodiscard]] Result<void> adoptCrewKey(std::string_view box);

    /// Written by whoever has no key at all. Errors: `vault.bad_key`.
    [[nodiscard]] static Result<std::string> sealDeposit(const PublicKey& crewKey, const Place& place,
                                                         std::string_view text);
    /// Errors: `vault.no_crew_key`, `vault.altered` when changed, sealed to another crew or of another place.
    [[nodiscard]] Result<SecretText> openDeposit(const Place& place, std::string_view deposit) const;

    /// This device's public halves; known while locked.
    const PublicKey& signPublicKey() const;
    const PublicKey& boxPublicKey() const;
    [[nodiscard]] Result<SignatureBytes> sign(std::string_view bytes) const;
    [[nodiscard]] static bool verifies(const PublicKey& signKey, std::string_view bytes,
                                       const SignatureBytes& signature);

    /// From now on a copy of all keys, sealed to that key, is kept with the wraps. Errors: `vault.bad_key`.
    [[nodiscard]] Result<void> setRecoveryKey(const PublicKey& recoveryKey);
    /// That copy as text, to be kept in a second place such as the hub; empty when there is none.
    std::string recoveryCopy() const;
    static RecoveryPair makeRecoveryPair();

private:
    Vault(Doors doors, VaultOptions options, Wraps wraps);
    static Result<std::unique_ptr<Vault>> make(Doors doors, const NewUser& first, VaultOptions options,
                                               KeyRing ring, std::optional<PublicKey> recoveryKey);
    static Result<std::unique_ptr<Vault>> makeFirst(Doors doors, const NewUser& first, VaultOptions options,
                                                    KeyRing ring);
    Result<void> reload();
    Result<Secret> keychainSecret() const;
    Result<UserWrap> wrapFor(const NewUser& user, const Secret& keychainSecret) const;
    /// Saves one wrong PIN more for the user, and the delay that follows from it.
    Result<void> countTry(std::string_view user);
    Result<void> tryPin(std::string_view user, std::string_view pin, const Secret& keychainSecret);
    /// Renews what the keys make of the wraps, saves, and takes them only once saved.
    Result<void> replace(Wraps changed);
    Result<void> save(const Wraps& wraps) const;
    /// The patient's key, in memory that the next call uses again.
    Result<const Secret*> unwrap(const Envelope& envelope) const;
    Result<const CrewKey*> crewKey() const;

    Doors m_doors;
    VaultOptions m_options;
    std::unique_ptr<Wraps> m_wraps;
    std::unique_ptr<KeyRing> m_ring; ///< Null while locked.
    std::string m_user;
    BootMoment m_lastTouch;
    std::vector<std::function<void()>> m_forget;
};

} // namespace medicobus::vault
