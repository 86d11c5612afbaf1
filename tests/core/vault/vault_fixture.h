// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/vault.h"

#include <functional>
#include <map>
#include <string>

namespace medicobus::vault {

/// A keychain that a test can break.
class MemoryKeychain : public SecretStore {
public:
    Result<std::optional<Secret>> read(std::string_view name) override {
        if (refusal) {
            return fault(*refusal);
        }
        const auto at = secrets.find(std::string(name));
        return at != secrets.end() ? std::optional(at->second.clone()) : std::nullopt;
    }
    Result<void> write(std::string_view name, const Secret& secret) override {
        if (refusal) {
            return fault(*refusal);
        }
        secrets.insert_or_assign(std::string(name), secret.clone());
        return {};
    }
    Result<void> remove(std::string_view name) override {
        secrets.erase(std::string(name));
        return {};
    }

    std::map<std::string, Secret> secrets;
    std::optional<ErrorCode> refusal;
};

/// A place for the wraps in which a test can look, cut the power after a save, or fill the disk.
class MemoryWraps : public WrapStore {
public:
    Result<std::optional<std::string>> load() override { return json; }
    Result<void> save(std::string_view text) override {
        if (savesLeft == 0) {
            return fault(ErrorCode{"journal.disk_full"});
        }
        --savesLeft;
        json = std::string(text);
        if (onSave) {
            onSave();
        }
        return {};
    }

    std::optional<std::string> json;
    int savesLeft = -1; ///< Negative: no end.
    std::function<void()> onSave;
};

class SteppedBootClock : public BootClock {
public:
    BootMoment moment() const override { return now; }
    void step(std::chrono::milliseconds by) { now.elapsed += by; }
    void restart() { now = {now.boot + "+", std::chrono::seconds(10)}; }

    BootMoment now{"first", std::chrono::hours(1)};
};

/// One device: its keychain, its wraps and its clock. PINs cost little here, but where a test says so.
struct Device {
    MemoryKeychain keychain;
    MemoryWraps wraps;
    SteppedBootClock clock;
    VaultOptions options{std::chrono::minutes(5), {1, 8}};

    Doors doors() { return {keychain, wraps, clock}; }
    std::unique_ptr<Vault> create() { return Vault::create(doors(), marie(), options).value(); }
    std::unique_ptr<Vault> createWaiting() { return Vault::createWaiting(doors(), paul(), options).value(); }
    std::unique_ptr<Vault> open() { return Vault::open(doors(), options).value(); }

    static NewUser marie() { return {"u-marie", "Marie", "4072"}; }
    static NewUser paul() { return {"u-paul", "Paul", "9318"}; }
};

/// The code of what went wrong, or an empty text.
template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : std::string(result.error().code().name);
}

} // namespace medicobus::vault
