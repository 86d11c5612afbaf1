// SPDX-License-Identifier: EUPL-1.2
#include "travel/osrm.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <numeric>

namespace medicobus::travel {
namespace {

using Json = nlohmann::json;

std::string indices(std::size_t first, std::size_t count) {
    std::vector<std::size_t> list(count);
    std::iota(list.begin(), list.end(), first);
    std::string text;
    for (const std::size_t index : list) {
        text += fmt::format("{}{}", text.empty() ? "" : ";", index);
    }
    return text;
}

Fault badReply(const std::string& url, std::string_view key) {
    return fault(codes::travelReply, {{"url", url}, {"key", std::string(key)}});
}

/// The rows of one table; nothing when it has not the size that was asked for.
std::optional<std::vector<std::optional<double>>> tableOf(const Json& reply, const char* key,
                                                          std::size_t rows, std::size_t columns) {
    const auto table = reply.find(key);
    if (table == reply.end() || !table->is_array() || table->size() != rows) {
        return std::nullopt;
    }
    std::vector<std::optional<double>> out;
    for (const Json& row : *table) {
        if (!row.is_array() || row.size() != columns) {
            return std::nullopt;
        }
        for (const Json& cell : row) {
            if (!cell.is_null() && (!cell.is_number() || cell.get<double>() < 0)) {
                return std::nullopt;
            }
            out.push_back(cell.is_null() ? std::nullopt : std::optional(cell.get<double>()));
        }
    }
    return out;
}

} // namespace

std::string tableUrl(const std::string& server, const std::string& profile, const std::vector<GeoPoint>& from,
                     const std::vector<GeoPoint>& to) {
    std::string points;
    for (const std::vector<GeoPoint>* list : {&from, &to}) {
        for (const GeoPoint& point : *list) {
            points += fmt::format("{}{:.7f},{:.7f}", points.empty() ? "" : ";", point.lon, point.lat);
        }
    }
    const std::string base = server.ends_with('/') ? server.substr(0, server.size() - 1) : server;
    return fmt::format("{}/table/v1/{}/{}?sources={}&destinations={}&annotations=duration,distance", base,
                       profile, points, indices(0, from.size()), indices(from.size(), to.size()));
}

Result<LegBlock> askTable(Transport& transport, const std::string& server, const std::string& profile,
                          const std::vector<GeoPoint>& from, const std::vector<GeoPoint>& to) {
    const std::string url = tableUrl(server, profile, from, to);
    const auto reply = transport.get(url);
    if (!reply) {
        return Fault(reply.error());
    }
    const Json json = Json::parse(reply->body, nullptr, false);
    const auto textAt = [&](const char* key) {
        return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>()
                                                                               : std::string();
    };
    if (reply->status != 200 || textAt("code") != "Ok") {
        const std::string code = textAt("code");
        return fault(codes::travelServer,
                     {{"url", server},
                      {"value", code.empty() ? fmt::format("HTTP {}", reply->status) : code},
                      {"cause", textAt("message")}});
    }
    LegBlock block;
    auto seconds = tableOf(json, "durations", from.size(), to.size());
    if (!seconds) {
        return badReply(server, "durations");
    }
    block.seconds = std::move(*seconds);
    if (json.contains("distances")) {
        auto metres = tableOf(json, "distances", from.size(), to.size());
        if (!metres) {
            return badReply(server, "distances");
        }
        block.metres = std::move(*metres);
    }
    return block;
}

} // namespace medicobus::travel
