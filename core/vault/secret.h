// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace medicobus::vault {

/// Bytes that must not outlive their use: in locked memory between guard pages, wiped when let go of.
///
/// Moved, never copied by accident. Never print one, nor put one in an error.
class Secret {
public:
    Secret() = default;
    /// Zeroed bytes of that size.
    explicit Secret(std::size_t size);
    static Secret random(std::size_t size);
    static Secret copyOf(std::span<const std::uint8_t> bytes);
    static Secret copyOf(std::string_view bytes);

    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    Secret clone() const { return copyOf(bytes()); }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    std::uint8_t* data() { return m_data; }
    const std::uint8_t* data() const { return m_data; }
    std::span<std::uint8_t> bytes() { return {m_data, m_size}; }
    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }
    std::string_view view() const { return {reinterpret_cast<const char*>(m_data), m_size}; }

    /// In a time that does not depend on where the two differ.
    friend bool operator==(const Secret& a, const Secret& b);

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// An opened text: plain heap, wiped when let go of, since there may be thousands at once and locked pages
/// are few and slow (42 us each, 16,000 at most, where this takes under 1 us).
///
/// The view is good as long as this object; what is copied out of it is the copier's to wipe (executables
/// link `vault_wipe`, so that freed heap is).
class SecretText {
public:
    SecretText() = default;
    explicit SecretText(std::size_t size);
    static SecretText copyOf(std::string_view text);

    ~SecretText();
    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(SecretText&& other) noexcept;
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;

    std::string_view view() const { return {m_text.get(), m_size}; }
    bool empty() const { return m_size == 0; }
    std::span<std::uint8_t> bytes() { return {reinterpret_cast<std::uint8_t*>(m_text.get()), m_size}; }

private:
    void wipe();

    std::unique_ptr<char[]> m_text;
    std::size_t m_size = 0;
};

} // namespace medicobus::vault
