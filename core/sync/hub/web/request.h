// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "sync/http.h"
#include "sync/hub/hub.h"
#include "sync/hub/hub_device.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace medicobus::sync::web {

/// Who may call a route.
enum class Access { Public, Device, Crew, Coordination, Staff }; ///< Staff: crew or coordination.

/// One call on its way to its handler.
struct Request {
    const HttpCall& call;
    std::map<std::string, std::string> parameters; ///< Of the path.
    std::map<std::string, std::string> query;
    std::optional<HubDevice> device; ///< Whose session it is; none for public routes.
    std::string session;             ///< A short name of the session, for the log.
    std::string record;              ///< What was read or written, for the log; set by the handler.
};

using Handler = Result<HttpAnswer> (*)(Hub::State&, Request&);

/// One line of the table that the router and the OpenAPI description both read.
struct Route {
    std::string_view method;
    std::string_view path; ///< `/v1/devices/{id}`; `{+file}` takes the rest.
    std::string_view name; ///< The operationId.
    std::string_view summary;
    Access access = Access::Public;
    bool isLogged = false;
    std::string_view request; ///< Name of its schema; empty without a body.
    std::string_view answer;  ///< Name of its schema, or a media type.
    std::array<std::string_view, 3> query{};
    int refusal = 0; ///< A status of its own, beside those of every route.
    Handler handler = nullptr;
};

std::span<const Route> routes();

struct Matched {
    const Route* route = nullptr;
    std::map<std::string, std::string> parameters;
    bool isPathKnown = false; ///< Only the method is wrong.
};
Matched match(const HttpCall& call);

/// `/v1/x` of `/v1/x?after=3`, and its query, percent-decoded.
std::string pathOf(std::string_view target);
std::map<std::string, std::string> queryOf(std::string_view target);
/// A whole number of the query. Error: `hub.bad_query` (key, value).
[[nodiscard]] Result<std::int64_t> wholeOf(const Request& request, const std::string& key,
                                           std::int64_t otherwise);

HttpAnswer jsonAnswer(const Json& body, int status = 200);
/// The status and body of a fault.
HttpAnswer refusal(const Error& error);
/// The word of a code on the wire: `revoked` of `hub.revoked`.
std::string_view wireWord(ErrorCode code);

namespace codes {
inline constexpr ErrorCode notFound{"hub.not_found"};
inline constexpr ErrorCode wrongMethod{"hub.wrong_method"};
inline constexpr ErrorCode internal{"hub.internal"};
inline constexpr ErrorCode badQuery{"hub.bad_query"};
inline constexpr ErrorCode badDigest{"hub.bad_digest"};
inline constexpr ErrorCode tooLarge{"hub.too_large"};
inline constexpr ErrorCode tooMany{"hub.too_many"};
inline constexpr ErrorCode sessionOver{"hub.session_over"};
inline constexpr ErrorCode unknownDevice{"hub.unknown_device"};
/// Of a chain that another hand brings. Details: value.
inline constexpr ErrorCode unknownAuthor{"hub.unknown_author"};
inline constexpr ErrorCode badProof{"hub.bad_proof"};
inline constexpr ErrorCode revoked{"hub.revoked"};
inline constexpr ErrorCode pending{"hub.pending"};
inline constexpr ErrorCode notAllowed{"hub.not_allowed"};
inline constexpr ErrorCode badSecret{"hub.bad_secret"};
inline constexpr ErrorCode deviceExists{"hub.device_exists"};
inline constexpr ErrorCode alreadyDecided{"hub.already_decided"};
inline constexpr ErrorCode crewKeyMissing{"hub.crew_key_missing"};
} // namespace codes

} // namespace medicobus::sync::web
