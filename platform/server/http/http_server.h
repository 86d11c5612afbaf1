// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "sync/http.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace medicobus::platform {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one.
    std::size_t inputThreads = 2;
    std::size_t workers = 4;             ///< Threads that answer, and so may wait for the database.
    std::size_t mostConnections = 4000;  ///< Further ones wait to be accepted.
    std::size_t mostWaiting = 1000;      ///< Calls that wait for a worker; above it the answer is 503.
    std::size_t bodyLimit = 4U << 20U;   ///< Twice this closes the connection unanswered.
    std::chrono::seconds readTime{30};   ///< For a whole request, from its first byte or the last answer.
    std::chrono::seconds answerTime{60}; ///< For writing an answer.
    bool isBehindProxy = false;          ///< Takes the peer from `x-real-ip` when the connection is local.
};

/// Serves HTTP/1.1 with RESTinio: I/O on its own threads, answers on workers, so that slow clients never hold
/// one and a slow database never holds the I/O.
class HttpServer {
public:
    using Answer = std::function<sync::HttpAnswer(const sync::HttpCall&)>;

    /// Listens when it returns. Error: `hub.cannot_listen` (value, cause).
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(const ServerOptions& options,
                                                                   Answer answer);
    /// Accepts nothing more, answers what has come in, for at most `patience`, then closes. Again: nothing.
    void stop(std::chrono::seconds patience = std::chrono::seconds(10));
    ~HttpServer();

    std::uint16_t port() const;
    std::int64_t connections() const;

private:
    struct State;
    explicit HttpServer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

namespace codes {
inline constexpr ErrorCode cannotListen{"hub.cannot_listen"};
} // namespace codes

} // namespace medicobus::platform
