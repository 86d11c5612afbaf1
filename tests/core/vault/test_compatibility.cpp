// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/base64.h"
#include "vault_fixture.h"

#include <gtest/gtest.h>

// What the first version stored, kept for ever: a tablet updated years later must open it.

namespace medicobus::vault {
namespace {

constexpr std::string_view wraps =
    R"({"box_key":"m6ZFdSM2Ga8XnKtSGk48ST0o7F-CrsHORcyH3M8A5XY","crew":[{"id":"563d938f33ca947ac680)"
    R"(6d84fb0b1561","public":"U-9YEc0EYrK7WU8h1fCUUJytZRGO8_fE0rb9UTMb2WA","sealed":"AY4eZdn7EJRPv)"
    R"(wHQcMKoCYzYUWmCLSc00QK2KwTBlW797LhSa6Tk9BG8Pd3p2qQXDoEz70lokbgTURw7UTetnGYifY_QpZHrzg"}],"fo)"
    R"(rmat":"medicobus-vault/1","keychain_check":"_n4dkBjMjWRnDtsU2DjEYA","mac":"X99pIL31ZsynjNuJb)"
    R"(LkUv9_LHC6RRvFs7RRoDkX5T2A","recovery":{"public":"DwKvDnuj9l3p95uHoCuWW7xDVBIdKDjPKrPxqZERyh)"
    R"(c","sealed":"cvmgTxeCTtLF16ElM6t08yqGRTbx70FO2xalhrRm8APMigHAORmo4SlcKLUNi4T82Eoga_my_o9OceE)"
    R"(9-gusBUYlHTJbtpBQEeKgjb5k6lbrOfYLIGAUTU8zNAunTBrjmeJ5FZaLNlTM_SBTVLyWWA"},"sign_key":"Vf75n7)"
    R"(-k8O7s-m9i7EaT2oXBFuGj1rHEYoUJ0rKOD8E","users":[{"id":"u-marie","label":"Marie","memory_kib")"
    R"(:8,"passes":1,"salt":"nKnDM5tIWi3J8tv4AYv15w","wrapped":"AYs3BEnVcOSi3XZj08cbC4qDhvUkz_DL5WW)"
    R"(udW3hQygzwNxVEmNfdePYYjn-aMgYIIdMpzTA5m5NdTic68H9HjgY6gEh00HrcQ","wrong_pins":0}],"vault":"p)"
    R"(bpbd14_6T_UGNsSUIP7ug"})";
constexpr std::string_view keychainName = "medicobus-pbpbd14_6T_UGNsSUIP7ug";
constexpr std::string_view keychainSecret = "Bh5G50qjo8mdMAfVcacSQGHNo3HfWZq9lk9V11E_aYQ";
constexpr std::string_view recoveryKey = "-MTVhrFhTA8esf_jluNfk0mnVM8uLSFGC1WjzrV0Z1M";
constexpr std::string_view key = "5f1e879d-f41f-4e48-8463-d7bb9825bd0d";
constexpr std::string_view wrapped =
    "563d938f33ca947ac6806d84fb0b1561.AW1lyHVIQew-XDaMciGNoQQame7WT2ZJXwsijJZ6lzaLPjQ1AnnR3Mv"
    "NpnawM0kB97IWvXqpGpoQpop0MDSCC2sApKIh1ilQzQ";
constexpr std::string_view sealed =
    "AejZsUFEYoRy-KejXYLLdeuKR_rYniJCSnqg3SjjpqF0R51puIsUE_1okflOhhQoIxkvO5EjPA";
constexpr std::string_view local = "AYQcVrb_B7wE9NRxvxZrXjOvEf0xBWi8q7cG72OTkSe3QW_IAg4Glc8UkSi3km6Rx2o";
constexpr std::string_view deposit =
    "Mowz-AAIoEbrcHADc0wXcNRkrXe3t1_OyYRYQaUXo2nsubwwjJ9K5qVeSbXCJmUxHHYVNblyMg5Pd8cBwQz3pWsd"
    "V68Ve4Hho8PGKF9b5aAYUimLlAO855OT";

Device stored() {
    Device device;
    device.wraps.json = std::string(wraps);
    device.keychain.secrets.emplace(keychainName, Secret::copyOf(*fromBase64(keychainSecret)));
    return device;
}

void expectAllOpens(const Vault& vault) {
    const Envelope envelope{std::string(key), std::string(wrapped)};
    EXPECT_EQ(vault.open(envelope, {"patient", "body", "row-1"}, *fromBase64(sealed)).value().view(),
              "Octave Admidep");
    EXPECT_EQ(vault.openLocal({"draft", "visit", "row-1"}, *fromBase64(local)).value().view(), "brouillon");
    EXPECT_EQ(vault.openDeposit({"operation", "sealed", "row-1"}, *fromBase64(deposit)).value().view(),
              "Zéphirine");
}

TEST(Compatibility, OpensByPinWhatTheFirstVersionStored) {
    Device device = stored();
    const auto vault = device.open();
    ASSERT_TRUE(vault->unlock("u-marie", "4072"));
    expectAllOpens(*vault);
}

TEST(Compatibility, RecoversWhatTheFirstVersionStored) {
    Device device = stored();
    const Secret secret = Secret::copyOf(*fromBase64(recoveryKey));
    expectAllOpens(*Vault::recover(device.doors(), secret, Device::paul(), device.options).value());
}

} // namespace
} // namespace medicobus::vault
