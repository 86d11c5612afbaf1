// SPDX-License-Identifier: EUPL-1.2
#include "hub/open.h"

#include "base/json_reader.h"
#include "words/sentence.h"

#include <filesystem>
#include <iostream>

namespace medicobus::hub {

Result<std::unique_ptr<platform::SqlHubStore>> openStore(const Settings& settings) {
    const auto file = std::filesystem::path(settings.data) / "hub.db";
    return platform::openHubStore(settings.database.empty() ? "sqlite:" + file.string() : settings.database);
}

Exit fail(const Settings& settings, const Error& error) {
    const words::Sentence sentence = words::sentenceOf(error, settings.language);
    if (settings.isJson) {
        const Json said{{"code", error.code().name}, {"sentence", sentence.text()}};
        std::cerr << said.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
    } else {
        std::cerr << sentence.text() << "\n";
    }
    return Exit::Unusable;
}

Result<void> decide(sync::HubStore& store, const Decide& work) {
    const platform::SystemClock clock;
    const Entropy entropy = systemEntropy();
    return store.write([&](sync::HubTransaction& transaction) -> Result<void> {
        const sync::Identity identity = sync::identityIn(transaction, clock, entropy);
        sync::Author author(transaction, identity, clock, entropy);
        return work(transaction, author, identity);
    });
}

} // namespace medicobus::hub
