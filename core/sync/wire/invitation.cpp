// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/invitation.h"

#include "base/text/base32.h"

#include <sodium.h>

namespace medicobus::sync {
namespace {

constexpr std::string_view scheme = "MEDICOBUS:";
constexpr std::size_t checkSize = 5;
constexpr char version = 1;

char upper(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

Fault badInvitation(std::string cause, std::string value = {}) {
    return fault(codes::badInvitation, {{"cause", std::move(cause)}, {"value", std::move(value)}});
}

std::string checkOf(std::string_view payload) {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(payload.data()),
                       payload.size(), nullptr, 0);
    return std::string(viewOf(hash).substr(0, checkSize));
}

std::string payloadOf(const InvitationCode& invitation) {
    std::string payload(1, version);
    const auto text = [&](const std::string& value) {
        payload += static_cast<char>(value.size());
        payload += value;
    };
    text(invitation.hub);
    payload += viewOf(invitation.tlsKey);
    payload += viewOf(invitation.hubKey);
    payload += static_cast<char>(invitation.role);
    text(invitation.commune);
    payload += viewOf(invitation.secret);
    return payload;
}

/// Takes the parts of a payload from its front.
class PayloadReader {
public:
    explicit PayloadReader(std::string_view payload) : m_rest(payload) {}

    std::string_view bytes(std::size_t count) {
        m_isWhole = m_isWhole && count <= m_rest.size();
        const auto part = m_rest.substr(0, m_isWhole ? count : 0);
        m_rest.remove_prefix(part.size());
        return part;
    }
    unsigned number() {
        const auto byte = bytes(1);
        return byte.empty() ? 0U : static_cast<unsigned char>(byte.front());
    }
    std::string text() { return std::string(bytes(number())); }
    template <std::size_t Size>
    void into(std::array<std::uint8_t, Size>& target) {
        const auto part = bytes(Size);
        std::copy(part.begin(), part.end(), target.begin());
    }
    bool isDone() const { return m_isWhole && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_isWhole = true;
};

bool startsWithScheme(std::string_view text) {
    return text.size() >= scheme.size()
           && std::equal(scheme.begin(), scheme.end(), text.begin(),
                         [](char wanted, char found) { return wanted == upper(found); });
}

} // namespace

std::string uriOf(const InvitationCode& invitation) {
    if (invitation.hub.size() > 255 || invitation.commune.size() > 255) {
        return {};
    }
    const std::string payload = payloadOf(invitation);
    return std::string(scheme) + toBase32(payload + checkOf(payload));
}

std::string textOf(const InvitationCode& invitation) {
    return inGroupsOfFive(std::string_view(uriOf(invitation)).substr(scheme.size()));
}

Result<InvitationCode> readInvitation(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) {
        text.remove_prefix(1);
    }
    if (startsWithScheme(text)) {
        text.remove_prefix(scheme.size());
    }
    const auto bytes = fromBase32(text);
    if (!bytes) {
        return badInvitation(std::string(bytes.error().detail("cause")),
                             std::string(bytes.error().detail("value")));
    }
    if (bytes->size() <= checkSize) {
        return badInvitation("check");
    }
    const std::string_view payload = std::string_view(*bytes).substr(0, bytes->size() - checkSize);
    if (std::string_view(*bytes).substr(payload.size()) != checkOf(payload)) {
        return badInvitation("check");
    }
    if (payload.front() != version) {
        return badInvitation("version", std::to_string(static_cast<unsigned char>(payload.front())));
    }
    PayloadReader reader(payload.substr(1));
    InvitationCode invitation;
    invitation.hub = reader.text();
    reader.into(invitation.tlsKey);
    reader.into(invitation.hubKey);
    const unsigned role = reader.number();
    invitation.commune = reader.text();
    reader.into(invitation.secret);
    if (!reader.isDone() || role > static_cast<unsigned>(Role::TownHall)) {
        return badInvitation("version", "1");
    }
    invitation.role = static_cast<Role>(role);
    return invitation;
}

} // namespace medicobus::sync
