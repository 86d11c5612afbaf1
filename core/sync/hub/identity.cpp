// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/identity.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {

namespace {

std::string_view viewOf(const vault::Secret& secret) {
    return secret.view();
}

void makeKeys(HubTransaction& transaction) {
    PublicKey publicKey{};
    vault::Secret secret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_keypair(publicKey.data(), secret.data());
    transaction.setValue(values::signKey, viewOf(secret));
    transaction.setValue(values::macKey, viewOf(vault::Secret::random(crypto_auth_KEYBYTES)));
}

void makeDevice(HubTransaction& transaction, const Clock& clock, const Entropy& entropy) {
    transaction.setValue(values::device, Uuid::v7(clock.now(), entropy).text());
    transaction.setValue(values::epoch, Uuid::v7(clock.now(), entropy).text());
}

} // namespace

Identity identityIn(HubTransaction& transaction, const Clock& clock, const Entropy& entropy) {
    [[maybe_unused]] static const int started = sodium_init();
    if (!transaction.value(values::device)) {
        makeKeys(transaction);
        makeDevice(transaction, clock, entropy);
    }
    Identity identity;
    identity.device = {Uuid::parse(transaction.value(values::device).value_or("")).value_or(Uuid())};
    identity.epoch = transaction.value(values::epoch).value_or("");
    std::string key = transaction.value(values::signKey).value_or("");
    identity.signKey = vault::Secret::copyOf(key);
    sodium_memzero(key.data(), key.size());
    std::string mac = transaction.value(values::macKey).value_or("");
    identity.macKey = vault::Secret::copyOf(mac);
    sodium_memzero(mac.data(), mac.size());
    if (identity.signKey.size() != crypto_sign_SECRETKEYBYTES
        || identity.macKey.size() != crypto_auth_KEYBYTES || identity.device.value.isNil()) {
        throw StoreFailure(Error(codes::storeFailed).with("cause", "identity"));
    }
    crypto_sign_ed25519_sk_to_pk(identity.publicKey.data(), identity.signKey.data());
    return identity;
}

void renew(HubTransaction& transaction, const Clock& clock, const Entropy& entropy) {
    const std::string last = transaction.value(values::device).value_or("");
    const std::string former = transaction.value(values::former).value_or("");
    transaction.setValue(values::former, former.empty() ? last : former + " " + last);
    makeDevice(transaction, clock, entropy);
    transaction.setValue(values::recovering, "1");
}

bool isRecovering(HubTransaction& transaction) {
    return transaction.value(values::recovering).value_or("") == "1";
}

bool isHub(HubTransaction& transaction, const DeviceId& device) {
    const std::string id = device.text();
    return transaction.value(values::device) == id
           || transaction.value(values::former).value_or("").find(id) != std::string::npos;
}

} // namespace medicobus::sync
