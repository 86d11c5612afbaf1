// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "words/language.h"

#include <string>

namespace medicobus::hub {

/// What the command line says, for every command.
struct Settings {
    std::string database;   ///< `sqlite:FILE` or `postgresql://…`; empty: `sqlite:DATA/hub.db`.
    std::string data = "."; ///< Folder of what the hub keeps beside its database.
    std::string listen = "127.0.0.1:8480";
    std::string publicUrl; ///< Where residents and devices find the hub.
    std::string publicMail;
    std::size_t workers = 4;
    std::size_t bodyLimitKib = 4096;
    bool isBehindProxy = false;
    bool isJson = false;
    words::Language language = words::Language::French;
};

/// What a run ends with: done, a check found something, unusable input.
enum class Exit { Done = 0, Found = 1, Unusable = 2 };

} // namespace medicobus::hub
