// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"
#include "vault/keys/base64.h"
#include "vault/keys/wraps.h"
#include "vault_fixture.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

#include <cctype>

namespace medicobus::vault {
namespace {

const Place place{"patient", "body", "row-1"};

/// One open vault for many random cases.
const Vault& sharedVault() {
    static Device device;
    static const std::unique_ptr<Vault> vault = device.create();
    return *vault;
}

RC_GTEST_PROP(Sealing, GivesBackAnyText, (const std::string& text)) {
    const Vault& vault = sharedVault();
    const Envelope envelope = vault.makeKey().value();
    const std::string sealed = vault.seal(envelope, place, text).value();
    RC_ASSERT(sealed.size() == text.size() + sealOverhead);
    RC_ASSERT(vault.open(envelope, place, sealed).value().view() == text);
    const std::string local = vault.sealLocal(place, text).value();
    RC_ASSERT(vault.openLocal(place, local).value().view() == text);
    const std::string deposit = Vault::sealDeposit(vault.crewPublicKey().value(), place, text).value();
    RC_ASSERT(vault.openDeposit(place, deposit).value().view() == text);
}

RC_GTEST_PROP(Sealing, RefusesAnyFlippedBitAndAnyOtherLength, (const std::string& text)) {
    const Vault& vault = sharedVault();
    const Envelope envelope = vault.makeKey().value();
    const std::string sealed = vault.seal(envelope, place, text).value();
    std::string flipped = sealed;
    flipped[*rc::gen::inRange<std::size_t>(0, sealed.size())] ^=
        static_cast<char>(1 << *rc::gen::inRange(0, 8));
    RC_ASSERT(codeOf(vault.open(envelope, place, flipped)) == "vault.altered");
    const auto cut = *rc::gen::inRange<std::size_t>(0, sealed.size());
    RC_ASSERT(codeOf(vault.open(envelope, place, sealed.substr(0, cut))) == "vault.altered");
    RC_ASSERT(codeOf(vault.open(envelope, place, sealed + 'x')) == "vault.altered");
}

RC_GTEST_PROP(Sealing, RefusesAnyChangedEnvelope, ()) {
    const Vault& vault = sharedVault();
    Envelope envelope = vault.makeKey().value();
    const std::string before = envelope.wrapped;
    const auto at = *rc::gen::inRange<std::size_t>(0, before.size());
    envelope.wrapped[at] = *rc::gen::distinctFrom(before[at]);
    const std::string code = codeOf(vault.seal(envelope, place, "x"));
    RC_ASSERT(code == "vault.altered" || code == "vault.unknown_crew_key");
    RC_ASSERT(codeOf(vault.seal({envelope.key, *rc::gen::arbitrary<std::string>()}, place, "x")) != "");
}

TEST(Sealing, OpensOnlyWhereItWasSealed) {
    const Vault& vault = sharedVault();
    const Envelope envelope = vault.makeKey().value();
    const std::string sealed = vault.seal(envelope, place, "Octave").value();
    const auto code = [&](const Place& other) { return codeOf(vault.open(envelope, other, sealed)); };
    EXPECT_EQ(code(place), "");
    EXPECT_EQ(code({"patient", "body", "row-2"}), "vault.altered");
    EXPECT_EQ(code({"patient", "phone", "row-1"}), "vault.altered");
    EXPECT_EQ(code({"visit", "body", "row-1"}), "vault.altered");
    EXPECT_EQ(code({"patientbody", "", "row-1"}), "vault.altered") << "names do not run together";
    EXPECT_EQ(vault.open(envelope, {"visit", "body", "row-1"}, sealed).error().detail("key"), "visit.body");
    EXPECT_EQ(codeOf(vault.openLocal(place, sealed)), "vault.altered");
}

TEST(Sealing, AKeyServesItsOwnPatientOnly) {
    const Vault& vault = sharedVault();
    const Envelope one = vault.makeKey().value();
    const Envelope two = vault.makeKey().value();
    const std::string sealed = vault.seal(one, place, "Octave").value();
    EXPECT_EQ(codeOf(vault.open(two, place, sealed)), "vault.altered");
    EXPECT_EQ(codeOf(vault.open({two.key, one.wrapped}, place, sealed)), "vault.altered") << "renamed";
    EXPECT_EQ(codeOf(vault.open({one.key, {}}, place, sealed)), "vault.erased");
    EXPECT_EQ(codeOf(vault.rewrap({one.key, {}})), "vault.erased");
}

TEST(Sealing, NeverMakesTheSameBytesTwice) {
    const Vault& vault = sharedVault();
    const Envelope envelope = vault.makeKey().value();
    EXPECT_NE(vault.seal(envelope, place, "x").value(), vault.seal(envelope, place, "x").value());
    EXPECT_NE(vault.makeKey().value().key, vault.makeKey().value().key);
}

/// Opened without our code, from the grammar in the header alone.
TEST(Sealing, IsXChaCha20Poly1305UnderTheDocumentedBinding) {
    std::array<std::uint8_t, 32> key{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        key[i] = static_cast<std::uint8_t>(0x80 + i);
    }
    const std::string sealed = seal(key.data(), "d", "k", {"t", "c", "r"}, "text");
    const std::string bound("\0\0\0\1d\0\0\0\1t\0\0\0\1c\0\0\0\1r\0\0\0\1k", 25);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(sealed.data());
    std::array<char, 4> text{};
    ASSERT_EQ(sealed[0], 1);
    ASSERT_EQ(crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<std::uint8_t*>(text.data()),
                                                         nullptr, nullptr, bytes + 25, sealed.size() - 25,
                                                         reinterpret_cast<const std::uint8_t*>(bound.data()),
                                                         bound.size(), bytes + 1, key.data()),
              0);
    EXPECT_EQ(std::string(text.data(), text.size()), "text");
}

RC_GTEST_PROP(Wraps, AreReadAsTheyWereWritten, ()) {
    const auto bytes = [] { return *rc::gen::arbitrary<std::string>(); };
    const auto name = [] { return *rc::gen::nonEmpty(rc::gen::string<std::string>()); };
    Wraps wraps;
    wraps.vault = "v";
    wraps.users = {{"u", "Marie", {2, 16}, {7}, bytes(), 5}, {"w", "Paul", {3, 65536}, {8}, bytes(), 0}};
    wraps.crew = {{"c", {1}, bytes()}};
    if (*rc::gen::arbitrary<bool>()) {
        wraps.recovery = RecoveryWrap{{9}, bytes()};
        wraps.hold = Hold{"boot", std::chrono::milliseconds(1234567), std::chrono::milliseconds(30000)};
    }
    const std::string json = encodeWraps(wraps);
    RC_ASSERT(encodeWraps(decodeWraps(json).value()) == json);
    // Neither cut short nor overwritten does it do anything but tell.
    RC_ASSERT(codeOf(decodeWraps(json.substr(0, *rc::gen::inRange<std::size_t>(0, json.size()))))
              == "vault.bad_wraps");
    std::string other = json;
    other[*rc::gen::inRange<std::size_t>(0, json.size())] = *rc::gen::arbitrary<char>();
    (void)decodeWraps(other);
    RC_ASSERT(codeOf(decodeWraps(name())) == "vault.bad_wraps");
}

TEST(Base64, TakesItsOwnLettersOnly) {
    EXPECT_EQ(fromBase64("AQID"), "\x01\x02\x03");
    for (int c = 0; c < 256; ++c) {
        const bool isLetter = (c < 0x80 && std::isalnum(c) != 0) || c == '-' || c == '_';
        EXPECT_EQ(fromBase64(std::string("AQI") + static_cast<char>(c)).has_value(), isLetter) << c;
    }
}

TEST(Wraps, AreRefusedWhenChangedByAnybodyElse) {
    Device device;
    const auto vault = device.create();
    ASSERT_TRUE(vault->setRecoveryKey(Vault::makeRecoveryPair().publicKey));
    ASSERT_TRUE(vault->addUser(Device::paul()));
    const std::string good = *device.wraps.json;
    const auto codeAfter = [&](const std::function<void(Json&)>& change) {
        Json json = Json::parse(good);
        change(json);
        device.wraps.json = json.dump();
        const auto opened = Vault::open(device.doors(), device.options);
        return opened ? codeOf((*opened)->unlock("u-marie", "4072")) : codeOf(opened);
    };
    const std::string key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    EXPECT_EQ(codeAfter([](Json&) {}), "");
    EXPECT_EQ(codeAfter([&](Json& json) { json["recovery"]["public"] = key; }), "vault.altered");
    EXPECT_EQ(codeAfter([](Json& json) { json.erase("recovery"); }), "vault.altered");
    EXPECT_EQ(codeAfter([&](Json& json) { json["box_key"] = key; }), "vault.altered");
    EXPECT_EQ(codeAfter([&](Json& json) { json["crew"][0]["public"] = key; }), "vault.altered");
    EXPECT_EQ(codeAfter([](Json& json) { json["crew"] = Json::array(); }), "vault.altered");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"].erase(1); }), "vault.altered");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][1]["label"] = "Marie"; }), "vault.altered");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][0]["passes"] = 2; }), "vault.wrong_pin");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][0]["wrapped"] = json["users"][1]["wrapped"]; }),
              "vault.wrong_pin");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][0]["passes"] = 33; }), "vault.bad_wraps");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][0]["memory_kib"] = 1 << 30; }), "vault.bad_wraps");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][1]["id"] = "u-marie"; }), "vault.bad_wraps");
    EXPECT_EQ(codeAfter([](Json& json) { json["users"][0]["salt"] = "AAAA"; }), "vault.bad_wraps");
    EXPECT_EQ(codeAfter([](Json& json) { json["format"] = "medicobus-vault/2"; }), "vault.bad_wraps");
    EXPECT_EQ(codeAfter([](Json& json) { json["more"] = 1; }), "vault.bad_wraps");
}

} // namespace
} // namespace medicobus::vault
