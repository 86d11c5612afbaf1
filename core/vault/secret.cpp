// SPDX-License-Identifier: EUPL-1.2
#include "vault/secret.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace medicobus::vault {

Secret::Secret(std::size_t size) : m_size(size) {
    static const int isReady = sodium_init();
    if (isReady < 0) {
        throw std::bad_alloc();
    }
    if (size == 0) {
        return;
    }
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (m_data == nullptr) {
        throw std::bad_alloc();
    }
    sodium_memzero(m_data, size);
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

Secret Secret::copyOf(std::span<const std::uint8_t> bytes) {
    Secret secret(bytes.size());
    if (!bytes.empty()) {
        std::memcpy(secret.data(), bytes.data(), bytes.size());
    }
    return secret;
}

Secret Secret::copyOf(std::string_view bytes) {
    return copyOf(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

Secret::~Secret() {
    sodium_free(m_data);
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        sodium_free(m_data);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

bool operator==(const Secret& a, const Secret& b) {
    return a.m_size == b.m_size && (a.m_size == 0 || sodium_memcmp(a.m_data, b.m_data, a.m_size) == 0);
}

SecretText::SecretText(std::size_t size) : m_text(new char[size]), m_size(size) {}

SecretText SecretText::copyOf(std::string_view text) {
    SecretText copy(text.size());
    std::copy(text.begin(), text.end(), copy.m_text.get());
    return copy;
}

SecretText::~SecretText() {
    wipe();
}

SecretText::SecretText(SecretText&& other) noexcept
    : m_text(std::move(other.m_text)), m_size(std::exchange(other.m_size, 0)) {}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
    if (this != &other) {
        wipe();
        m_text = std::move(other.m_text);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void SecretText::wipe() {
    sodium_memzero(m_text.get(), m_size);
}

} // namespace medicobus::vault
