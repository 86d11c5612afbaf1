// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/backup/sealed_file.h"

#include "platform/server/backup/backup.h"
#include "vault/secret.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace medicobus::platform {

namespace {

constexpr std::string_view magic = "medicobus-hub-backup/1\n";
constexpr std::size_t blockSize = 1U << 16U;
constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64U << 20U;

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Result<vault::Secret> keyOf(std::string_view passphrase, std::string_view salt) {
    vault::Secret key(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), bytesOf(salt), passes,
                      memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return fault(codes::noMemory);
    }
    return key;
}

Fault bad(std::string cause) {
    return fault(codes::badBackup, {{"cause", std::move(cause)}});
}

} // namespace

Result<std::string> sealBackup(std::string_view plain, std::string_view passphrase) {
    std::array<char, crypto_pwhash_SALTBYTES> salt{};
    randombytes_buf(salt.data(), salt.size());
    const auto key = keyOf(passphrase, {salt.data(), salt.size()});
    if (!key) {
        return Fault(key.error());
    }
    crypto_secretstream_xchacha20poly1305_state state;
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state, header.data(), key->data());
    std::string out(magic);
    out.append(salt.begin(), salt.end());
    out.append(header.begin(), header.end());
    std::string block(blockSize + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    for (std::size_t at = 0; at == 0 || at < plain.size(); at += blockSize) {
        const std::string_view part = plain.substr(at, blockSize);
        const bool isLast = at + blockSize >= plain.size();
        crypto_secretstream_xchacha20poly1305_push(&state, reinterpret_cast<unsigned char*>(block.data()),
                                                   nullptr, bytesOf(part), part.size(), nullptr, 0,
                                                   isLast
                                                       ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        const auto length = part.size() + crypto_secretstream_xchacha20poly1305_ABYTES;
        for (int shift = 24; shift >= 0; shift -= 8) {
            out += static_cast<char>((length >> shift) & 0xFFU);
        }
        out.append(block, 0, length);
    }
    sodium_memzero(&state, sizeof state);
    return out;
}

Result<std::string> openBackup(std::string_view sealed, std::string_view passphrase) {
    constexpr std::size_t headSize =
        magic.size() + crypto_pwhash_SALTBYTES + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
    if (!sealed.starts_with(magic) || sealed.size() < headSize) {
        return bad("format");
    }
    const auto key = keyOf(passphrase, sealed.substr(magic.size(), crypto_pwhash_SALTBYTES));
    if (!key) {
        return Fault(key.error());
    }
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_pull(
        &state, bytesOf(sealed.substr(magic.size() + crypto_pwhash_SALTBYTES)), key->data());
    sealed.remove_prefix(headSize);
    std::string plain;
    std::string block(blockSize, '\0');
    unsigned char tag = 0;
    while (!sealed.empty() && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4 && i < sealed.size(); ++i) {
            length = (length << 8U) | static_cast<unsigned char>(sealed[i]);
        }
        sealed.remove_prefix(std::min<std::size_t>(4, sealed.size()));
        unsigned long long opened = 0;
        if (length > sealed.size() || length > blockSize + crypto_secretstream_xchacha20poly1305_ABYTES) {
            return bad("cut");
        }
        if (crypto_secretstream_xchacha20poly1305_pull(&state, reinterpret_cast<unsigned char*>(block.data()),
                                                       &opened, &tag, bytesOf(sealed), length, nullptr, 0)
            != 0) {
            return bad(plain.empty() ? "passphrase" : "cut");
        }
        plain.append(block, 0, static_cast<std::size_t>(opened));
        sealed.remove_prefix(length);
    }
    sodium_memzero(&state, sizeof state);
    return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL && sealed.empty()
               ? Result<std::string>(std::move(plain))
               : bad("cut");
}

} // namespace medicobus::platform
