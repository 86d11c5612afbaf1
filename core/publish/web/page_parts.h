// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/page_model.h"

#include <nlohmann/json.hpp>

#include <string>

namespace medicobus::publish {

using Json = nlohmann::json;

/// A template section that holds one text.
Json text(const std::string& content);
/// What every page says: whose programme, how to book, how fresh. `root` leads to the folder of the index.
Json frame(const Agenda& agenda, const std::string& root, const std::string& title);
/// One passage: its date, hours, and in words what makes it different from what was planned.
Json visit(const plan::Occurrence& passage);
/// " : travaux dans la salle", or nothing.
std::string because(const plan::Occurrence& passage);

} // namespace medicobus::publish
