// SPDX-License-Identifier: EUPL-1.2
#include "hub/erasures.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "hub/open.h"
#include "sync/hub/desk/erasures.h"

#include <algorithm>
#include <iostream>
#include <sstream>

namespace medicobus::hub {

namespace {

constexpr std::size_t longestName = 64;

bool isName(const std::string& line) {
    return line.size() <= longestName && std::all_of(line.begin(), line.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
                      || c == '_';
           });
}

} // namespace

Result<std::vector<std::string>> erasuresIn(const std::string& file) {
    const auto text = readFile(file);
    if (!text) {
        return Fault(text.error());
    }
    std::vector<std::string> keys;
    std::istringstream lines(*text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (!isName(line)) {
            return fault(codes::jsonRange, {{"file", file},
                                            {"line", std::to_string(number)},
                                            {"key", "erasures"},
                                            {"value", line.substr(0, longestName)}});
        }
        if (!line.empty()) {
            keys.push_back(std::move(line));
        }
    }
    return keys;
}

Exit listErasures(const Settings& settings) {
    auto store = openStore(settings);
    if (!store) {
        return fail(settings, store.error());
    }
    const auto done = (*store)->read([](sync::HubTransaction& transaction) -> Result<void> {
        for (const std::string& each : transaction.destroyedKeys()) {
            std::cout << each << "\n";
        }
        return {};
    });
    std::cout.flush();
    return done ? Exit::Done : fail(settings, done.error());
}

Exit applyErasures(const Settings& settings, const std::string& file) {
    const auto keys = erasuresIn(file);
    if (!keys) {
        return fail(settings, keys.error());
    }
    auto store = openStore(settings);
    const auto done = store ? sync::destroyKeys(**store, *keys) : Result<void>(Fault(store.error()));
    return done ? Exit::Done : fail(settings, done.error());
}

} // namespace medicobus::hub
