// SPDX-License-Identifier: EUPL-1.2
// Writes to a journal until it is killed, and reports on standard output the number of each operation once it
// is acknowledged: journal_crash_writer FILE SEED
#include "tests/core/journal/tally.h"

#include "base/random.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

using namespace medicobus;

namespace {

/// One random piece of work; the number of the last operation it had acknowledged, 0 when none was due, -1 on
/// failure.
std::int64_t work(journal::Journal& store, Random& random) {
    const std::uint64_t choice = random.below(20);
    if (choice == 0) {
        return store.rebuild() ? 0 : -1;
    }
    if (choice == 1) {
        return store.setLocal("draft", std::string(random.below(3000), 'd')) ? 0 : -1;
    }
    std::vector<journal::OperationDraft> drafts;
    for (std::uint64_t count = 1 + random.below(3); count > 0; --count) {
        auto draft = testing::added("site-" + std::to_string(random.below(5)), 1);
        draft.sealed = std::string(random.below(9000), 's');
        drafts.push_back(std::move(draft));
    }
    const auto stored = store.appendAll(drafts);
    return stored ? stored->back().seq : -1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return 2;
    }
    const testing::HandClock clock;
    Random random(std::strtoull(argv[2], nullptr, 10));
    const auto store =
        journal::Journal::open(argv[1], clock, systemEntropy(), {std::make_shared<testing::Tally>()});
    if (!store) {
        return 3;
    }
    while (true) {
        const std::int64_t seq = work(**store, random);
        if (seq < 0) {
            return 4;
        }
        if (seq > 0 && ::write(STDOUT_FILENO, &seq, sizeof seq) != static_cast<ssize_t>(sizeof seq)) {
            return 5;
        }
    }
}
