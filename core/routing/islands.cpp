// SPDX-License-Identifier: EUPL-1.2
#include "routing/islands.h"

#include <atomic>
#include <thread>

namespace medicobus::routing {

namespace {

std::size_t bestOf(const std::vector<std::unique_ptr<Island>>& islands) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < islands.size(); ++i) {
        if (islands[i]->bestValue() < islands[best]->bestValue()) {
            best = i;
        }
    }
    return best;
}

void runOnce(std::vector<std::unique_ptr<Island>>& islands, std::uint64_t iterations, unsigned threads,
             const Budget& budget) {
    if (threads <= 1) {
        for (const std::unique_ptr<Island>& island : islands) {
            island->run(iterations, budget);
        }
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (unsigned worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&] {
            for (std::size_t mine = next++; mine < islands.size(); mine = next++) {
                islands[mine]->run(iterations, budget);
            }
        });
    }
}

} // namespace

std::size_t runIslands(std::vector<std::unique_ptr<Island>>& islands, std::uint64_t epoch,
                       const Budget& budget) {
    const Options& options = budget.options();
    unsigned threads =
        options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    threads = std::min(threads, static_cast<unsigned>(islands.size()));
    for (std::uint64_t done = 0; done < options.iterations && !budget.isExhausted();) {
        const std::uint64_t now = std::min(std::max<std::uint64_t>(epoch, 1), options.iterations - done);
        runOnce(islands, now, threads, budget);
        done += now;
        const std::size_t best = bestOf(islands);
        if (options.onProgress && !islands[best]->best().empty()) {
            options.onProgress({done, options.iterations, budget.elapsed(), islands[best]->bestValue()});
        }
        const Sequences shared = islands[best]->best();
        const Cost value = islands[best]->bestValue();
        for (std::size_t i = 0; i < islands.size() && !shared.empty(); ++i) {
            if (i != best) {
                islands[i]->visit(shared, value);
            }
        }
    }
    return bestOf(islands);
}

} // namespace medicobus::routing
