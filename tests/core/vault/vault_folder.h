// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/file.h"
#include "vault/vault.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace medicobus::vault {

/// A keychain in a file, for two processes of a test; read without leaving a copy.
class FileKeychain : public SecretStore {
public:
    explicit FileKeychain(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    Result<std::optional<Secret>> read(std::string_view name) override {
        Secret secret(32);
        const int file = ::open((m_folder / name).c_str(), O_RDONLY | O_CLOEXEC);
        const auto size = ::read(file, secret.data(), secret.size());
        close(file);
        return size == 32 ? std::optional(std::move(secret)) : std::nullopt;
    }
    Result<void> write(std::string_view name, const Secret& secret) override {
        return writeFile(m_folder / name, secret.view());
    }
    Result<void> remove(std::string_view name) override {
        std::filesystem::remove(m_folder / name);
        return {};
    }

private:
    std::filesystem::path m_folder;
};

class FileWraps : public WrapStore {
public:
    explicit FileWraps(const std::filesystem::path& folder) : m_file(folder / "wraps.json") {}

    Result<std::optional<std::string>> load() override {
        auto json = readFile(m_file);
        return json ? std::optional(std::move(*json)) : std::nullopt;
    }
    Result<void> save(std::string_view json) override { return writeFile(m_file, json); }

private:
    std::filesystem::path m_file;
};

class StillClock : public BootClock {
public:
    BootMoment moment() const override { return {"one", std::chrono::hours(1)}; }
};

inline std::string hexOf(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

inline std::string bytesFromHex(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        bytes += static_cast<char>(std::stoi(text.substr(at, 2), nullptr, 16));
    }
    return bytes;
}

} // namespace medicobus::vault
