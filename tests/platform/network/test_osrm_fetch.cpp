// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_transport.h"
#include "travel/drive_cache.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace medicobus {
namespace {

using travel::DriveCache;

/// The road engine of `osrm_server.py`, ended with the test.
class Server {
public:
    explicit Server(const std::string& options) {
        int ends[2];
        if (pipe(ends) != 0) {
            return;
        }
        m_process = fork();
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            execl(MEDICOBUS_PYTHON, MEDICOBUS_PYTHON, MEDICOBUS_OSRM_SERVER, options.c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
        FILE* out = fdopen(ends[0], "r");
        EXPECT_EQ(std::fscanf(out, "%d", &m_port), 1) << "the server did not start";
        std::fclose(out);
    }
    ~Server() {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string url() const { return fmt::format("http://127.0.0.1:{}", m_port); }

private:
    pid_t m_process = -1;
    int m_port = 0;
};

class OsrmFetch : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path()
                   / fmt::format("medicobus-osrm-{}-{}", getpid(),
                                 ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::create_directories(m_folder);
        for (int i = 0; i < 7; ++i) {
            m_points.push_back({50 + 0.01 * i, 2 + 0.02 * i});
        }
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path file() const { return m_folder / "drives.db"; }
    DriveCache cache(const Server& server) const {
        auto opened = DriveCache::open(file(), server.url(), "driving");
        EXPECT_TRUE(opened) << opened.error().code().name << " " << opened.error().detail("cause");
        return std::move(opened).value();
    }
    static DriveCache::FetchOptions blocksOf(std::size_t side) {
        DriveCache::FetchOptions options;
        options.block = side;
        return options;
    }

    const Instant m_now{std::chrono::milliseconds(1'800'000'000'000)};
    const travel::TravelEstimate m_lengths{1.3, 50};
    std::filesystem::path m_folder;
    std::vector<GeoPoint> m_points;
    CurlTransport m_transport;
};

TEST_F(OsrmFetch, ReadsTheServersTableInBlocks) {
    const Server server("");
    auto cache = this->cache(server);
    EXPECT_EQ(cache.fetch(m_transport, m_points, m_now, blocksOf(3)).value(),
              9U); // 3 x 3 blocks of 7 points.
    const auto made = cache.matrix(m_points, m_lengths);
    ASSERT_TRUE(made) << made.error().code().name << " " << made.error().detail("cause");
    const auto& matrix = *made;
    EXPECT_EQ(matrix.kind(), "osrm");
    // Two steps of 0.01 and of 0.02 degrees: 6,000 x (0.02 + 0.04) = 360 s, and a second eastwards.
    EXPECT_FLOAT_EQ(static_cast<float>(matrix.time(m_points[1], m_points[3]).count()), 361);
    EXPECT_FLOAT_EQ(static_cast<float>(matrix.time(m_points[3], m_points[1]).count()), 360);
    EXPECT_FLOAT_EQ(static_cast<float>(matrix.distance(m_points[3], m_points[1]).value), 5400);
    const auto source = cache.source();
    ASSERT_TRUE(source) << source.error().detail("cause");
    EXPECT_EQ(source->oldest, m_now);
}

TEST_F(OsrmFetch, AsksNothingTwice) {
    const Server server("");
    EXPECT_GT(cache(server).fetch(m_transport, m_points, m_now).value(), 0U);
    EXPECT_EQ(cache(server).fetch(m_transport, m_points, m_now).value(), 0U);
    m_points.push_back({51, 3});
    EXPECT_EQ(cache(server).missing(m_points).value(), 15U); // To and from the new one, and to itself.
}

TEST_F(OsrmFetch, GoesOnWhereItFailed) {
    const Server failing("fail=5");
    {
        auto cache = this->cache(failing);
        const auto failed = cache.fetch(m_transport, m_points, m_now, blocksOf(3));
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().code(), travel::codes::travelServer);
        EXPECT_EQ(failed.error().detail("value"), "InternalError");
        EXPECT_EQ(cache.matrix(m_points, m_lengths).error().code(), travel::codes::travelNotFetched);
    }
    auto again = cache(failing);
    EXPECT_EQ(again.fetch(m_transport, m_points, m_now, blocksOf(3)).value(), 5U); // 4 of 9 were kept.
    EXPECT_TRUE(again.matrix(m_points, m_lengths));
}

TEST_F(OsrmFetch, SaysThatTheServerTakesFewerPoints) {
    const Server server("limit=4");
    auto cache = this->cache(server);
    const auto refused = cache.fetch(m_transport, m_points, m_now, blocksOf(3));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail("value"), "TooBig");
    EXPECT_EQ(cache.fetch(m_transport, m_points, m_now, blocksOf(2)).value(), 16U);
}

TEST_F(OsrmFetch, KnowsWhereNoRoadLeads) {
    const Server server("");
    m_points.push_back({-1, 2});
    auto cache = this->cache(server);
    ASSERT_TRUE(cache.fetch(m_transport, m_points, m_now));
    const auto matrix = cache.matrix(m_points, m_lengths).value();
    EXPECT_EQ(matrix.time(m_points[0], m_points.back()), travel::unreachable);
    EXPECT_EQ(matrix.time(m_points.back(), m_points.back()).count(), 0);
}

TEST_F(OsrmFetch, SaysThatNobodyAnswers) {
    auto cache = DriveCache::open(file(), "http://127.0.0.1:9", "driving").value();
    const auto failed = cache.fetch(m_transport, m_points, m_now);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code(), travel::codes::travelUnreachable);
    EXPECT_EQ(failed.error().detail("url"), "http://127.0.0.1:9");
}

TEST_F(OsrmFetch, StopsBetweenBlocksAndKeepsThem) {
    const Server server("");
    auto cache = this->cache(server);
    std::stop_source stop;
    auto options = blocksOf(3);
    options.stop = stop.get_token();
    options.onProgress = [&](std::size_t done, std::size_t) {
        if (done == 2) {
            stop.request_stop();
        }
    };
    EXPECT_EQ(cache.fetch(m_transport, m_points, m_now, options).value(), 2U);
    EXPECT_EQ(cache.fetch(m_transport, m_points, m_now, blocksOf(3)).value(), 7U);
}

TEST_F(OsrmFetch, RefusesTheCacheOfAnotherServerAndOtherFiles) {
    { DriveCache::open(file(), "http://a", "driving").value(); }
    EXPECT_EQ(DriveCache::open(file(), "http://b", "driving").error().code(),
              travel::codes::travelOtherServer);
    std::FILE* other = std::fopen((m_folder / "text.db").c_str(), "w");
    std::fputs("this is no database at all, but it is long enough to be looked at twice", other);
    std::fclose(other);
    EXPECT_EQ(DriveCache::open(m_folder / "text.db", "http://a", "driving").error().code(),
              travel::codes::travelCache);
}

} // namespace
} // namespace medicobus
