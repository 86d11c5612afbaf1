// SPDX-License-Identifier: EUPL-1.2
#include "cli/interrupt.h"

#include <csignal>
#include <cstdlib>
#include <pthread.h>
#include <thread>

namespace medicobus::cli {

std::stop_token stopOnInterrupt() {
    // A handler may not ask a stop source for anything, so the signals are blocked everywhere and one
    // thread waits for them; it lives as long as the process.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::stop_source source;
    std::thread([signals, source]() mutable {
        constexpr int interrupted = 130;
        int signal = 0;
        sigwait(&signals, &signal);
        source.request_stop();
        sigwait(&signals, &signal);
        std::_Exit(interrupted);
    }).detach();
    return source.get_token();
}

} // namespace medicobus::cli
