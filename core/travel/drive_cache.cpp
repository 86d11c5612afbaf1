// SPDX-License-Identifier: EUPL-1.2
#include "travel/drive_cache.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace medicobus::travel {
namespace {

/// `application_id` of the file, "MBdr".
constexpr int applicationId = 0x4D426472;

constexpr auto schema = R"(
CREATE TABLE source (server TEXT NOT NULL, profile TEXT NOT NULL);
CREATE TABLE point (id INTEGER PRIMARY KEY, lat INTEGER NOT NULL, lon INTEGER NOT NULL, UNIQUE (lat, lon));
CREATE TABLE drive (origin INTEGER NOT NULL REFERENCES point, destination INTEGER NOT NULL REFERENCES point,
  seconds REAL, metres REAL, fetched INTEGER NOT NULL, PRIMARY KEY (origin, destination)) WITHOUT ROWID;
)";

std::int64_t tenMillionths(double degrees) {
    return std::llround(degrees * 1e7);
}

std::vector<GeoPoint> eachOnce(const std::vector<GeoPoint>& points) {
    std::vector<GeoPoint> out = points;
    const auto key = [](const GeoPoint& point) {
        return std::pair(tenMillionths(point.lat), tenMillionths(point.lon));
    };
    std::ranges::sort(out, {}, key);
    const auto isSame = [&](const GeoPoint& left, const GeoPoint& right) { return key(left) == key(right); };
    out.erase(std::unique(out.begin(), out.end(), isSame), out.end());
    return out;
}

Fault cacheFault(const std::filesystem::path& file, const SQLite::Exception& exception) {
    return fault(codes::travelCache, {{"file", file.string()}, {"cause", exception.what()}});
}

void make(SQLite::Database& database, const std::string& server, const std::string& profile) {
    SQLite::Transaction transaction(database);
    database.exec(schema);
    database.exec(fmt::format("PRAGMA application_id = {}", applicationId));
    SQLite::Statement insert(database, "INSERT INTO source VALUES (?, ?)");
    insert.bind(1, server);
    insert.bind(2, profile);
    insert.exec();
    transaction.commit();
}

} // namespace

DriveCache::DriveCache(std::unique_ptr<SQLite::Database> database, std::filesystem::path file,
                       std::string server, std::string profile)
    : m_database(std::move(database)),
      m_file(std::move(file)),
      m_server(std::move(server)),
      m_profile(std::move(profile)) {}

DriveCache::DriveCache(DriveCache&&) noexcept = default;
DriveCache& DriveCache::operator=(DriveCache&&) noexcept = default;
DriveCache::~DriveCache() = default;

Result<DriveCache> DriveCache::open(const std::filesystem::path& file, const std::string& server,
                                    const std::string& profile) {
    try {
        auto database = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000);
        database->exec("PRAGMA journal_mode = WAL");
        const int id = database->execAndGet("PRAGMA application_id").getInt();
        const int tables = database->execAndGet("SELECT count(*) FROM sqlite_master").getInt();
        if (tables == 0) {
            make(*database, server, profile);
        } else if (id != applicationId) {
            return fault(codes::travelCache, {{"file", file.string()}, {"cause", "application_id"}});
        }
        SQLite::Statement source(*database, "SELECT server, profile FROM source");
        source.executeStep();
        const std::string held =
            fmt::format("{} {}", source.getColumn(0).getString(), source.getColumn(1).getString());
        const std::string wanted = fmt::format("{} {}", server, profile);
        if (held != wanted) {
            return fault(codes::travelOtherServer,
                         {{"file", file.string()}, {"value", held}, {"expected", wanted}});
        }
        source.reset();
        return DriveCache(std::move(database), file, server, profile);
    } catch (const SQLite::Exception& exception) {
        return cacheFault(file, exception);
    }
}

std::vector<std::int64_t> DriveCache::idsOf(const std::vector<GeoPoint>& points) {
    SQLite::Statement insert(*m_database, "INSERT OR IGNORE INTO point (lat, lon) VALUES (?, ?)");
    SQLite::Statement find(*m_database, "SELECT id FROM point WHERE lat = ? AND lon = ?");
    std::vector<std::int64_t> ids;
    for (const GeoPoint& point : points) {
        for (SQLite::Statement* statement : {&insert, &find}) {
            statement->reset();
            statement->bind(1, tenMillionths(point.lat));
            statement->bind(2, tenMillionths(point.lon));
            statement->executeStep();
        }
        ids.push_back(find.getColumn(0).getInt64());
    }
    return ids;
}

bool DriveCache::hasBlock(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to) {
    SQLite::Statement find(*m_database, "SELECT 1 FROM drive WHERE origin = ? AND destination = ?");
    for (const std::int64_t origin : from) {
        for (const std::int64_t destination : to) {
            find.reset();
            find.bind(1, origin);
            find.bind(2, destination);
            if (!find.executeStep()) {
                return false;
            }
        }
    }
    return true;
}

void DriveCache::store(const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& to,
                       const LegBlock& block, Instant now) {
    SQLite::Transaction transaction(*m_database);
    SQLite::Statement insert(*m_database, "INSERT OR REPLACE INTO drive VALUES (?, ?, ?, ?, ?)");
    const auto bind = [&](int index, const std::optional<double>& value) {
        value ? insert.bind(index, *value) : insert.bind(index);
    };
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (std::size_t k = 0; k < to.size(); ++k) {
            const std::size_t at = i * to.size() + k;
            insert.reset();
            insert.bind(1, from[i]);
            insert.bind(2, to[k]);
            bind(3, block.seconds[at]);
            bind(4, block.metres.empty() ? std::nullopt : block.metres[at]);
            insert.bind(5, static_cast<std::int64_t>(now.time_since_epoch().count()));
            insert.exec();
        }
    }
    transaction.commit();
}

Result<std::size_t> DriveCache::fetch(Transport& transport, const std::vector<GeoPoint>& points,
                                      Instant now) {
    return fetch(transport, points, now, FetchOptions());
}

Result<std::size_t> DriveCache::fetch(Transport& transport, const std::vector<GeoPoint>& points, Instant now,
                                      const FetchOptions& options) {
    try {
        const auto unique = eachOnce(points);
        const auto ids = idsOf(unique);
        const std::size_t side = std::max<std::size_t>(1, options.block);
        const std::size_t blocks = (unique.size() + side - 1) / side;
        std::size_t asked = 0;
        const auto part = [&](const auto& all, std::size_t block) {
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(block * side);
            return std::vector(
                first, all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), (block + 1) * side)));
        };
        for (std::size_t i = 0; i < blocks * blocks && !options.stop.stop_requested(); ++i) {
            const auto from = part(ids, i / blocks);
            const auto to = part(ids, i % blocks);
            if (!hasBlock(from, to)) {
                const auto block = askTable(transport, m_server, m_profile, part(unique, i / blocks),
                                            part(unique, i % blocks));
                if (!block) {
                    return Fault(block.error());
                }
                store(from, to, *block, now);
                ++asked;
            }
            if (options.onProgress) {
                options.onProgress(i + 1, blocks * blocks);
            }
        }
        return asked;
    } catch (const SQLite::Exception& exception) {
        return cacheFault(m_file, exception);
    }
}

Result<std::size_t> DriveCache::missing(const std::vector<GeoPoint>& points) {
    try {
        const auto unique = eachOnce(points);
        const auto ids = idsOf(unique);
        SQLite::Statement find(*m_database, "SELECT destination FROM drive WHERE origin = ?");
        std::size_t missing = 0;
        for (const std::int64_t origin : ids) {
            std::vector<std::int64_t> there;
            find.reset();
            for (find.bind(1, origin); find.executeStep();) {
                there.push_back(find.getColumn(0).getInt64());
            }
            std::ranges::sort(there);
            missing += static_cast<std::size_t>(std::ranges::count_if(
                ids, [&](std::int64_t id) { return !std::ranges::binary_search(there, id); }));
        }
        return missing;
    } catch (const SQLite::Exception& exception) {
        return cacheFault(m_file, exception);
    }
}

Result<TravelMatrix> DriveCache::matrix(const std::vector<GeoPoint>& points, const TravelEstimate& lengths) {
    const auto left = missing(points);
    if (!left) {
        return Fault(left.error());
    }
    if (*left > 0) {
        return fault(codes::travelNotFetched,
                     {{"file", m_file.string()}, {"value", fmt::format("{}", *left)}});
    }
    try {
        const auto unique = eachOnce(points);
        const auto ids = idsOf(unique);
        std::unordered_map<std::int64_t, std::size_t> places;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            places.emplace(ids[i], i);
        }
        std::vector<float> seconds(ids.size() * ids.size(), std::numeric_limits<float>::infinity());
        std::vector<float> metres = seconds;
        bool hasMetres = true;
        SQLite::Statement find(*m_database,
                               "SELECT destination, seconds, metres FROM drive WHERE origin = ?");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            find.reset();
            for (find.bind(1, ids[i]); find.executeStep();) {
                const auto to = places.find(find.getColumn(0).getInt64());
                if (to == places.end() || find.getColumn(1).isNull()) {
                    continue;
                }
                seconds[i * ids.size() + to->second] = static_cast<float>(find.getColumn(1).getDouble());
                hasMetres = hasMetres && !find.getColumn(2).isNull();
                metres[i * ids.size() + to->second] = static_cast<float>(find.getColumn(2).getDouble());
            }
        }
        return TravelMatrix("osrm", unique, std::move(seconds),
                            hasMetres ? std::move(metres) : std::vector<float>(), lengths);
    } catch (const SQLite::Exception& exception) {
        return cacheFault(m_file, exception);
    }
}

Result<DriveSource> DriveCache::source() {
    try {
        DriveSource out{m_server, m_profile, std::nullopt, std::nullopt};
        SQLite::Statement range(*m_database, "SELECT min(fetched), max(fetched) FROM drive");
        range.executeStep();
        if (!range.getColumn(0).isNull()) {
            out.oldest = Instant(Instant::duration(range.getColumn(0).getInt64()));
            out.newest = Instant(Instant::duration(range.getColumn(1).getInt64()));
        }
        return out;
    } catch (const SQLite::Exception& exception) {
        return cacheFault(m_file, exception);
    }
}

} // namespace medicobus::travel
