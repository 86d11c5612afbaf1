// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"

#include <memory>
#include <vector>

namespace medicobus::routing {

/// One of several searches that run side by side and now and then look at each other's best.
class Island {
public:
    virtual ~Island() = default;

    /// Runs so many more iterations, or fewer when the budget is exhausted.
    virtual void run(std::uint64_t iterations, const Budget& budget) = 0;
    /// The best sequences so far; empty while none are lawful.
    virtual const Sequences& best() const = 0;
    virtual Cost bestValue() const = 0;
    /// Another island's best, to learn from or to leave.
    virtual void visit(const Sequences& sequences, Cost value) = 0;
};

/// Runs the islands for `options.iterations` each, `epoch` iterations at a time, on at most `options.threads`
/// threads. Between epochs each island sees the best of all, in the order of the list: the result depends on
/// the islands and never on the threads. Returns the place of the best island (the first among equals).
std::size_t runIslands(std::vector<std::unique_ptr<Island>>& islands, std::uint64_t epoch,
                       const Budget& budget);

} // namespace medicobus::routing
