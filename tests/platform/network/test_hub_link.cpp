// SPDX-License-Identifier: EUPL-1.2
#include "platform/network/curl_hub_link.h"
#include "sync/wire/codec.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

namespace medicobus {
namespace {

/// The server of `tls_hub.py`, ended with the test.
class TlsHub {
public:
    explicit TlsHub(const char* mode = "tls") {
        std::string name = (std::filesystem::temp_directory_path() / "medicobus-tls-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
        int ends[2];
        if (pipe(ends) != 0) {
            return;
        }
        m_process = fork();
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            execl(MEDICOBUS_PYTHON, MEDICOBUS_PYTHON, MEDICOBUS_TLS_HUB, m_folder.c_str(), mode, nullptr);
            _exit(127);
        }
        close(ends[1]);
        FILE* out = fdopen(ends[0], "r");
        char pin[65] = "";
        EXPECT_EQ(std::fscanf(out, "%d %64s%*c", &m_port, pin), 2) << "the server did not start";
        std::fclose(out);
        const auto bytes = sync::fromHex(pin).value_or(std::string(32, '\0'));
        std::copy(bytes.begin(), bytes.end(), m_pin.begin());
    }
    ~TlsHub() {
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
        std::filesystem::remove_all(m_folder);
    }
    TlsHub(const TlsHub&) = delete;
    TlsHub& operator=(const TlsHub&) = delete;

    std::string address(const std::string& scheme) const {
        return fmt::format("{}://127.0.0.1:{}", scheme, m_port);
    }
    const CurlHubLink::Pin& pin() const { return m_pin; }

private:
    std::filesystem::path m_folder;
    pid_t m_process = -1;
    int m_port = 0;
    CurlHubLink::Pin m_pin{};
};

sync::HttpCall callTo(const std::string& path, const std::string& body = {}) {
    return {body.empty() ? "GET" : "POST", path, {{"authorization", "Bearer t"}}, body, {}};
}

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "done" : std::string(result.error().code().name);
}

TEST(HubLink, CarriesACallAndItsAnswerOverThePinnedKey) {
    const TlsHub hub;
    CurlHubLink link(hub.address("https") + "/", hub.pin());
    const auto posted = link.call(callTo("/v1/operations?a=b%20c", R"({"é":1})"));
    ASSERT_EQ(codeOf(posted), "done") << posted.error().detail("cause");
    EXPECT_EQ(posted->status, 200);
    EXPECT_EQ(posted->type, "application/json");
    EXPECT_EQ(posted->headers.at("x-medicobus-test"), "Kept");
    const Json said = Json::parse(posted->body);
    EXPECT_EQ(said["method"], "POST");
    EXPECT_EQ(said["path"], "/v1/operations?a=b%20c");
    EXPECT_EQ(said["body"], R"({"é":1})");
    EXPECT_EQ(said["authorization"], "Bearer t");
    EXPECT_EQ(said["encoding"], nullptr);
    EXPECT_EQ(Json::parse(link.call(callTo("/v1/chains"))->body)["method"], "GET");
    EXPECT_EQ(link.call(callTo("/away"))->status, 302) << "no redirect is followed";
}

TEST(HubLink, AnotherKeyIsAnotherHub) {
    const TlsHub hub;
    auto pin = hub.pin();
    pin[0] ^= 1;
    CurlHubLink link(hub.address("https"), pin);
    const auto refused = link.call(callTo("/"));
    EXPECT_EQ(codeOf(refused), "sync.wrong_hub") << refused.error().detail("cause");
    CurlHubLink unpinned(hub.address("https"), std::nullopt);
    EXPECT_EQ(codeOf(unpinned.call(callTo("/"))), "sync.unreachable") << "no authority vouches for it";
}

TEST(HubLink, WhatIsTooLargeOrCutIsNoAnswer) {
    const TlsHub hub;
    CurlHubLink link(hub.address("https"), hub.pin(),
                     {std::chrono::seconds(5), std::chrono::seconds(5), 1U << 16U});
    EXPECT_EQ(codeOf(link.call(callTo("/big"))), "sync.unreachable");
    EXPECT_EQ(codeOf(link.call(callTo("/cut"))), "sync.unreachable");
    EXPECT_EQ(codeOf(link.call(callTo("/"))), "done") << "the link is good for another call";
}

TEST(HubLink, SpeaksInTheClearToThisMachineAlone) {
    const TlsHub hub("plain");
    CurlHubLink link(hub.address("http"), std::nullopt);
    EXPECT_EQ(codeOf(link.call(callTo("/"))), "done");
    CurlHubLink far("http://127.0.0.1@hub.exemple.test", std::nullopt);
    const auto refused = far.call(callTo("/"));
    ASSERT_EQ(codeOf(refused), "sync.unreachable");
    EXPECT_EQ(refused.error().detail("cause"), "Unsupported protocol");
}

TEST(HubLink, NobodyThereIsUnreachable) {
    CurlHubLink link("https://127.0.0.1:1", CurlHubLink::Pin{});
    EXPECT_EQ(codeOf(link.call(callTo("/"))), "sync.unreachable");
}

} // namespace
} // namespace medicobus
