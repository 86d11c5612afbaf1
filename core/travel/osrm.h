// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "travel/transport.h"
#include "travel/travel_model.h"

#include <optional>
#include <string>
#include <vector>

namespace medicobus::travel {

/// One block of the table service's answer.
struct LegBlock {
    std::vector<std::optional<double>> seconds; ///< Row by row; none where no road leads.
    std::vector<std::optional<double>> metres;  ///< As `seconds`, or empty when the server tells none.
};

/// The address of the table service for drives from some points to others (OSRM HTTP API v1, "Table
/// service": coordinates as lon,lat; sources and destinations by index).
std::string tableUrl(const std::string& server, const std::string& profile, const std::vector<GeoPoint>& from,
                     const std::vector<GeoPoint>& to);

/// Asks for one block. Errors: those of the transport; `travel.server` with what the server says of its
/// refusal; `travel.reply` when the answer is not what the protocol says.
[[nodiscard]] Result<LegBlock> askTable(Transport& transport, const std::string& server,
                                        const std::string& profile, const std::vector<GeoPoint>& from,
                                        const std::vector<GeoPoint>& to);

namespace codes {
inline constexpr ErrorCode travelServer{
    "travel.server"};                                   ///< url, value: the server's code; cause: its message
inline constexpr ErrorCode travelReply{"travel.reply"}; ///< url, key
} // namespace codes

} // namespace medicobus::travel
