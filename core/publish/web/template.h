// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace medicobus::publish {

/// The text of a file of the `web/templates` folder, as it was when the program was built; empty when there
/// is no such file.
std::string_view templateText(std::string_view name);

/// Fills a template (mustache) from a model of objects, arrays, texts, numbers and booleans. `{{key}}` is
/// escaped for HTML; every other template is at hand as a partial under its name without extension.
std::string render(std::string_view name, const nlohmann::json& model);

} // namespace medicobus::publish
