// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/http/http_server.h"

// The only file that sees RESTinio, whose headers are not written for our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#include <restinio/all.hpp>
#pragma GCC diagnostic pop

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace medicobus::platform {

namespace {

/// Counts open connections.
class ConnectionCounter {
public:
    void state_changed(const restinio::connection_state::notice_t& notice) noexcept {
        const auto cause = notice.cause();
        if (restinio::holds_alternative<restinio::connection_state::accepted_t>(cause)) {
            ++m_count;
        } else if (restinio::holds_alternative<restinio::connection_state::closed_t>(cause)) {
            --m_count;
        }
    }
    std::int64_t count() const { return m_count; }

private:
    std::atomic<std::int64_t> m_count{0};
};

struct Traits : public restinio::default_traits_t {
    using connection_state_listener_t = ConnectionCounter;
    static constexpr bool use_connection_count_limiter = true;
};

using Server = restinio::http_server_t<Traits>;

/// The phrases of RFC 9110 section 15; nobody but a person with a trace reads them.
std::string phraseOf(int status) {
    constexpr std::array<std::pair<int, std::string_view>, 16> phrases{{{200, "OK"},
                                                                        {201, "Created"},
                                                                        {304, "Not Modified"},
                                                                        {400, "Bad Request"},
                                                                        {401, "Unauthorized"},
                                                                        {403, "Forbidden"},
                                                                        {404, "Not Found"},
                                                                        {405, "Method Not Allowed"},
                                                                        {408, "Request Timeout"},
                                                                        {409, "Conflict"},
                                                                        {413, "Content Too Large"},
                                                                        {422, "Unprocessable Content"},
                                                                        {429, "Too Many Requests"},
                                                                        {500, "Internal Server Error"},
                                                                        {503, "Service Unavailable"},
                                                                        {507, "Insufficient Storage"}}};
    const auto found =
        std::find_if(phrases.begin(), phrases.end(), [&](const auto& each) { return each.first == status; });
    return std::string(found == phrases.end() ? "Other" : found->second);
}

sync::HttpCall callOf(const restinio::request_t& request, bool isBehindProxy) {
    sync::HttpCall call;
    call.method = request.header().method().c_str();
    call.path = request.header().request_target();
    for (const auto& field : request.header()) {
        std::string name(field.name());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        call.headers.insert_or_assign(std::move(name), std::string(field.value()));
    }
    call.body = request.body();
    const auto address = request.remote_endpoint().address();
    call.peer = address.to_string();
    const auto real = call.headers.find("x-real-ip");
    if (isBehindProxy && address.is_loopback() && real != call.headers.end()) {
        call.peer = real->second.substr(0, 45);
    }
    return call;
}

} // namespace

struct HttpServer::State {
    State(const ServerOptions& theOptions, Answer theAnswer)
        : options(theOptions), answer(std::move(theAnswer)), workers(theOptions.workers) {}

    const ServerOptions options;
    const Answer answer;
    std::shared_ptr<ConnectionCounter> connections = std::make_shared<ConnectionCounter>();
    std::uint16_t port = 0;
    std::atomic<bool> isStopping{false};
    std::mutex guard;
    std::condition_variable changed;
    std::size_t underway = 0; ///< Calls taken in whose answers are not written yet.
    restinio::asio_ns::thread_pool workers;
    std::unique_ptr<Server> server;
    std::vector<std::thread> input;

    restinio::request_handling_status_t accept(restinio::request_handle_t request);
    void respond(const restinio::request_handle_t& request, sync::HttpAnswer answer);
    void finish() {
        const std::lock_guard lock(guard);
        --underway;
        changed.notify_all();
    }
    restinio::server_settings_t<Traits> settings();
};

restinio::server_settings_t<Traits> HttpServer::State::settings() {
    restinio::server_settings_t<Traits> settings;
    constexpr std::size_t longestLine = 16384;
    constexpr std::size_t mostFields = 100;
    settings.address(options.address)
        .port(options.port)
        .max_parallel_connections(options.mostConnections)
        .max_pipelined_requests(4)
        .read_next_http_message_timelimit(options.readTime)
        .write_http_response_timelimit(options.answerTime)
        .handle_request_timeout(options.answerTime)
        .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                      .max_url_size(longestLine)
                                      .max_field_name_size(longestLine)
                                      .max_field_value_size(longestLine)
                                      .max_field_count(mostFields)
                                      .max_body_size(options.bodyLimit * 2))
        .connection_state_listener(connections)
        .acceptor_post_bind_hook([this](restinio::asio_ns::ip::tcp::acceptor& acceptor) {
            port = acceptor.local_endpoint().port();
        })
        .request_handler([this](restinio::request_handle_t request) { return accept(std::move(request)); });
    return settings;
}

restinio::request_handling_status_t HttpServer::State::accept(restinio::request_handle_t request) {
    {
        const std::lock_guard lock(guard);
        if (underway >= options.mostWaiting) {
            sync::HttpAnswer busy;
            busy.status = 503;
            busy.headers["retry-after"] = "5";
            busy.body = R"({"code":"busy","details":{}})";
            ++underway;
            restinio::asio_ns::post(server->io_context(), [this, request, busy] { respond(request, busy); });
            return restinio::request_accepted();
        }
        ++underway;
    }
    auto call = std::make_shared<sync::HttpCall>(callOf(*request, options.isBehindProxy));
    restinio::asio_ns::post(workers,
                            [this, request = std::move(request), call] { respond(request, answer(*call)); });
    return restinio::request_accepted();
}

void HttpServer::State::respond(const restinio::request_handle_t& request, sync::HttpAnswer said) {
    try {
        const auto status = static_cast<std::uint16_t>(said.status);
        auto response = request->create_response(
            restinio::http_status_line_t(restinio::http_status_code_t(status), phraseOf(said.status)));
        response.append_header("Content-Type", said.type);
        for (const auto& [name, value] : said.headers) {
            response.append_header(name, value);
        }
        response.append_header("X-Content-Type-Options", "nosniff");
        if (isStopping || !request->header().should_keep_alive()) {
            response.connection_close();
        }
        if (request->header().method() != restinio::http_method_head()) {
            response.set_body(std::move(said.body));
        }
        response.done([this](const auto&) { finish(); });
    } catch (const std::exception&) {
        // The connection is gone: nobody waits for this answer.
        finish();
    }
}

HttpServer::HttpServer(std::unique_ptr<State> state) : m_state(std::move(state)) {}

HttpServer::~HttpServer() {
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options, Answer answer) {
    auto state = std::make_unique<State>(options, std::move(answer));
    try {
        state->server = std::make_unique<Server>(restinio::own_io_context(), state->settings());
        state->server->open_sync();
    } catch (const std::exception& cause) {
        return fault(codes::cannotListen, {{"value", options.address + ":" + std::to_string(options.port)},
                                           {"cause", cause.what()}});
    }
    for (std::size_t i = 0; i < options.inputThreads; ++i) {
        state->input.emplace_back([server = state->server.get()] { server->io_context().run(); });
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(state)));
}

void HttpServer::stop(std::chrono::seconds patience) {
    State& state = *m_state;
    if (state.isStopping.exchange(true)) {
        return;
    }
    restinio::asio_ns::post(state.server->io_context(), [&state] { state.server->close_sync(); });
    {
        std::unique_lock lock(state.guard);
        state.changed.wait_for(lock, patience, [&] { return state.underway == 0; });
    }
    state.workers.join();
    state.server->io_context().stop();
    for (std::thread& each : state.input) {
        each.join();
    }
    state.input.clear();
}

std::uint16_t HttpServer::port() const {
    return m_state->port;
}

std::int64_t HttpServer::connections() const {
    return m_state->connections->count();
}

} // namespace medicobus::platform
