// SPDX-License-Identifier: EUPL-1.2
#include "sync/stick/stick.h"
#include "base/file.h"
#include "tests/fuzz/fuzz.h"

#include <sodium.h>

// An input is the lines of a stick without the signature, which a known device then puts under them: so that
// what is read is not only the refusal of a signature.

namespace medicobus::fuzz {
namespace {

namespace fs = std::filesystem;

class Stopped : public Clock {
public:
    Instant now() const override { return Instant(std::chrono::milliseconds(1'800'000'000'000)); }
};

class Writer final : public sync::DeviceKeys {
public:
    Writer() {
        constexpr std::array<unsigned char, crypto_sign_SEEDBYTES> seed{7};
        crypto_sign_seed_keypair(m_public.data(), m_secret.data(), seed.data());
    }
    Result<sync::Signature> sign(std::string_view bytes) override {
        sync::Signature signature{};
        crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                             bytes.size(), m_secret.data());
        return signature;
    }
    sync::PublicKey publicKey() const override { return m_public; }

private:
    sync::PublicKey m_public{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> m_secret{};
};

/// A tablet that knows one other device, and the file on the stick between them.
struct Place {
    Place() {
        std::string name = (fs::temp_directory_path() / "medicobus-fuzz-XXXXXX").string();
        folder = ::mkdtemp(name.data());
        auto opened = journal::Journal::open(folder / "medicobus.db", clock, systemEntropy(), {});
        require(opened.has_value(), "the journal of the target is there");
        journal = std::move(*opened);
    }
    ~Place() {
        journal.reset();
        fs::remove_all(folder);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    fs::path folder;
    Stopped clock;
    Writer writer;
    std::unique_ptr<journal::Journal> journal;
};

std::string signedBy(Writer& writer, std::string_view lines) {
    sync::Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(lines.data()),
                       lines.size(), nullptr, 0);
    const auto signature = writer.sign("medicobus-stick/1" + std::string(sync::viewOf(hash)));
    return std::string(lines) + sync::toBase64(*signature) + "\n";
}

} // namespace

void feed(std::string_view bytes) {
    static Place place;
    const journal::DeviceId known{*Uuid::parse("01a3185c-5000-7000-8000-000000000001")};
    const fs::path file = place.folder / "stick";
    const auto read = [&](const std::string& content) {
        require(writeFile(file, content).has_value(), "the stick can be written");
        sync::KeyBook keys(*place.journal, place.writer.publicKey());
        keys.note(known, place.writer.publicKey());
        return sync::readStick(file, *place.journal, keys);
    };
    require(!isRead(read(std::string(bytes))), "an unsigned stick is refused");
    const auto stick = read(signedBy(place.writer, bytes));
    if (!isRead(stick)) {
        return;
    }
    require(stick->device == known, "a stick is of the device that signed it");
    require(sync::writeStick(file, *stick, place.writer).has_value(), "what was read can be written");
    require(read(readFile(file).value_or("")).has_value(), "what was written reads back");
}

} // namespace medicobus::fuzz
