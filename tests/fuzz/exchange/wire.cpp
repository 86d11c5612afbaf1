// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/enrolment.h"
#include "sync/wire/lease.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"
#include "sync/wire/session.h"
#include "tests/fuzz/fuzz.h"

#include <array>
#include <utility>

// An input is the name of a message on the first line, then its body.

namespace medicobus::fuzz {
namespace {

using namespace sync;

template <typename Message>
void tryMessage(std::string_view body, Result<Message> (*read)(std::string_view)) {
    requireRoundTrip(body, read, [](const Message& message) {
        if constexpr (requires { textOf(message); }) {
            return textOf(message);
        } else {
            return toJson(message).dump();
        }
    });
}
/// For what stands in the open body of an operation, parsed already.
template <typename Message>
void tryBody(std::string_view body, Result<Message> (*read)(const Json&)) {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_discarded()) {
        requireRoundTrip(
            json.dump(), [&](std::string_view text) { return read(Json::parse(text)); },
            [](const Message& message) { return toJson(message).dump(); });
    }
}

void tryOperations(const std::vector<Operation>& operations) {
    for (const Operation& operation : operations) {
        const auto hash = journal::hashOf(operation);
        require(!isRead(hash) || *hash == *journal::hashOf(operation), "an operation has one hash");
    }
}

void tryPush(std::string_view body) {
    tryMessage(body, readPush);
    if (const auto push = readPush(body)) {
        tryOperations(push->operations);
    }
}

void tryPage(std::string_view body) {
    tryMessage(body, readPage);
    if (auto page = readPage(body)) {
        tryOperations(page->operations);
        close(*page);
        require(isWhole(*page), "a page that was closed is whole");
    }
}

using Try = void (*)(std::string_view body);
constexpr std::array<std::pair<std::string_view, Try>, 18> messages{{
    {"push", tryPush},
    {"push_answer", [](std::string_view body) { tryMessage(body, readPushAnswer); }},
    {"page", tryPage},
    {"chains", [](std::string_view body) { tryMessage(body, readChainsAnswer); }},
    {"challenge", [](std::string_view body) { tryMessage(body, readChallenge); }},
    {"session_request", [](std::string_view body) { tryMessage(body, readSessionRequest); }},
    {"session", [](std::string_view body) { tryMessage(body, readSession); }},
    {"refusal", [](std::string_view body) { tryMessage(body, readRefusal); }},
    {"enrolment_request", [](std::string_view body) { tryMessage(body, readEnrolmentRequest); }},
    {"enrolment", [](std::string_view body) { tryMessage(body, readEnrolment); }},
    {"enrolment_list", [](std::string_view body) { tryMessage(body, readEnrolmentList); }},
    {"approval", [](std::string_view body) { tryMessage(body, readApproval); }},
    {"device_list", [](std::string_view body) { tryMessage(body, readDeviceList); }},
    {"revocation", [](std::string_view body) { tryMessage(body, readRevocation); }},
    {"lease_request", [](std::string_view body) { tryMessage(body, readLeaseRequest); }},
    {"lease_answer", [](std::string_view body) { tryMessage(body, readLeaseAnswer); }},
    {"lease", [](std::string_view body) { tryBody(body, readLease); }},
    {"lease_release", [](std::string_view body) { tryBody(body, readLeaseRelease); }},
}};

} // namespace

void feed(std::string_view bytes) {
    const std::size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
        return;
    }
    for (const auto& [name, tryOne] : messages) {
        if (name == bytes.substr(0, end)) {
            tryOne(bytes.substr(end + 1));
        }
    }
}

} // namespace medicobus::fuzz
