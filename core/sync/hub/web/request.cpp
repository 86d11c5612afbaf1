// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/request.h"

#include "sync/wire/session.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace medicobus::sync::web {

namespace {

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char* const begin = text.data() + at + 1;
        if (text[at] == '%' && at + 2 < text.size()
            && std::from_chars(begin, begin + 2, value, 16).ptr == begin + 2) {
            out += static_cast<char>(value);
            at += 2;
        } else {
            out += text[at] == '+' ? ' ' : text[at];
        }
    }
    return out;
}

std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

/// Nothing when the path is another; `{id}` takes one part, `{+file}` all that follow.
std::optional<std::map<std::string, std::string>> fit(std::string_view pattern, std::string_view path) {
    const auto wanted = parts(pattern);
    const auto given = parts(path);
    std::map<std::string, std::string> parameters;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string_view name = wanted[i];
        if (name.starts_with("{+")) {
            parameters[std::string(name.substr(2, name.size() - 3))] = std::string(path.substr(1));
            return parameters;
        }
        if (i >= given.size()) {
            return std::nullopt;
        }
        if (name.starts_with("{")) {
            parameters[std::string(name.substr(1, name.size() - 2))] = decoded(given[i]);
        } else if (name != given[i]) {
            return std::nullopt;
        }
    }
    return wanted.size() == given.size() ? std::optional(parameters) : std::nullopt;
}

int statusOf(ErrorCode code) {
    const std::pair<ErrorCode, int> known[] = {
        {codes::notFound, 404},        {codes::wrongMethod, 405},      {codes::badQuery, 400},
        {codes::badDigest, 400},       {sync::codes::badMessage, 400}, {codes::tooLarge, 413},
        {codes::tooMany, 429},         {codes::sessionOver, 401},      {codes::unknownDevice, 401},
        {codes::badProof, 401},        {codes::unknownAuthor, 422},    {codes::revoked, 403},
        {codes::pending, 403},         {codes::notAllowed, 403},       {codes::badSecret, 403},
        {codes::deviceExists, 409},    {codes::alreadyDecided, 409},   {codes::crewKeyMissing, 409},
        {sync::codes::storeBusy, 503}, {sync::codes::storeFull, 507},  {sync::codes::storeLost, 503}};
    const auto found = std::find_if(std::begin(known), std::end(known),
                                    [&](const auto& each) { return each.first == code; });
    return found == std::end(known) ? 500 : found->second;
}

} // namespace

std::string pathOf(std::string_view target) {
    return std::string(target.substr(0, target.find('?')));
}

std::map<std::string, std::string> queryOf(std::string_view target) {
    std::map<std::string, std::string> query;
    const auto mark = target.find('?');
    std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        query[decoded(pair.substr(0, equals))] = decoded(pair.substr(std::min(equals + 1, pair.size())));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return query;
}

Matched match(const HttpCall& call) {
    Matched matched;
    const std::string path = pathOf(call.path);
    if (!path.starts_with('/')) {
        return matched;
    }
    const std::string_view method = call.method == "HEAD" ? "GET" : std::string_view(call.method);
    for (const Route& route : routes()) {
        auto parameters = fit(route.path, path);
        if (!parameters) {
            continue;
        }
        // The catch-all of public pages must not make every path known.
        matched.isPathKnown = matched.isPathKnown || route.path.find("{+") == std::string_view::npos;
        if (route.method == method) {
            matched.route = &route;
            matched.parameters = std::move(*parameters);
            return matched;
        }
    }
    return matched;
}

Result<std::int64_t> wholeOf(const Request& request, const std::string& key, std::int64_t otherwise) {
    const auto found = request.query.find(key);
    if (found == request.query.end()) {
        return otherwise;
    }
    std::int64_t value = 0;
    const char* const end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value < 0) {
        return fault(codes::badQuery, {{"key", key}, {"value", found->second.substr(0, 40)}});
    }
    return value;
}

HttpAnswer jsonAnswer(const Json& body, int status) {
    HttpAnswer answer;
    answer.status = status;
    // What came from outside was read as UTF-8 already; a stray byte must not throw here.
    answer.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    return answer;
}

std::string_view wireWord(ErrorCode code) {
    return code.name.substr(code.name.find('.') + 1);
}

HttpAnswer refusal(const Error& error) {
    Refusal said;
    said.code = wireWord(error.code());
    for (const auto& [key, value] : error.details()) {
        said.details[key] = value;
    }
    said.wipe = error.code() == codes::revoked && error.detail("wipe") == "true";
    HttpAnswer answer = jsonAnswer(toJson(said), statusOf(error.code()));
    if (const auto seconds = error.detail("seconds"); !seconds.empty()) {
        answer.headers["retry-after"] = std::string(seconds);
    }
    if (answer.status == 401) {
        answer.headers["www-authenticate"] = "Bearer";
    }
    return answer;
}

} // namespace medicobus::sync::web
