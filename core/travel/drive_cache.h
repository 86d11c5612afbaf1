// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "travel/osrm.h"
#include "travel/travel_matrix.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace SQLite {
class Database;
}

namespace medicobus::travel {

/// Which server a cache holds drives of, and since when.
struct DriveSource {
    std::string server;
    std::string profile;
    std::optional<Instant> oldest; ///< Of its drives.
    std::optional<Instant> newest;
};

/// Drives that a road engine measured, kept in an SQLite file with their dates. What is there is never asked
/// again, so a fetch that failed goes on where it stopped.
class DriveCache {
public:
    /// Opens or makes the cache of this server and profile.
    /// Errors: `travel.cache` with file and cause, also for a file that is no such cache;
    /// `travel.other_server` when it holds another server's drives.
    [[nodiscard]] static Result<DriveCache> open(const std::filesystem::path& file, const std::string& server,
                                                 const std::string& profile);
    DriveCache(DriveCache&&) noexcept;
    DriveCache& operator=(DriveCache&&) noexcept;
    ~DriveCache();

    struct FetchOptions {
        std::size_t block = 50; ///< Points a side of one request; a server's limit is usually 100 in all.
        std::stop_token stop;
        std::function<void(std::size_t done, std::size_t all)> onProgress; ///< In requests.
    };

    /// Asks for the drives between all these points that are not there yet, block by block, each stored
    /// before the next. Returns the number of requests made. Errors: those of `askTable` and `travel.cache`;
    /// what was stored stays.
    [[nodiscard]] Result<std::size_t> fetch(Transport& transport, const std::vector<GeoPoint>& points,
                                            Instant now, const FetchOptions& options);
    [[nodiscard]] Result<std::size_t> fetch(Transport& transport, const std::vector<GeoPoint>& points,
                                            Instant now);

    /// How many drives between these points are still to be fetched.
    [[nodiscard]] Result<std::size_t> missing(const std::vector<GeoPoint>& points);
    /// The matrix of these points. Error: `travel.not_fetched` with how many drives are missing.
    [[nodiscard]] Result<TravelMatrix> matrix(const std::vector<GeoPoint>& points,
                                              const TravelEstimate& lengths);
    [[nodiscard]] Result<DriveSource> source();

private:
    DriveCache(std::unique_ptr<SQLite::Database> database, std::filesystem::path file, std::string server,
               std::string profile);
    std::vector<std::int64_t> idsOf(const std::vector<GeoPoint>& points);
    bool hasBlock(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to);
    void store(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to,
               const LegBlock& block, Instant now);

    std::unique_ptr<SQLite::Database> m_database;
    std::filesystem::path m_file;
    std::string m_server;
    std::string m_profile;
};

namespace codes {
inline constexpr ErrorCode travelCache{"travel.cache"};              ///< file, cause
inline constexpr ErrorCode travelOtherServer{"travel.other_server"}; ///< file, value, expected
inline constexpr ErrorCode travelNotFetched{"travel.not_fetched"};   ///< file, value: drives missing
} // namespace codes

} // namespace medicobus::travel
