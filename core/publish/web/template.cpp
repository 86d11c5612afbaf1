// SPDX-License-Identifier: EUPL-1.2
#include "publish/web/template.h"

#include <kainjow/mustache.hpp>

#include <array>

namespace medicobus::publish {
namespace {

namespace mustache = kainjow::mustache;

mustache::data toData(const nlohmann::json& model) {
    if (model.is_object()) {
        mustache::data object(mustache::data::type::object);
        for (const auto& [key, value] : model.items()) {
            object.set(key, toData(value));
        }
        return object;
    }
    if (model.is_array()) {
        mustache::data list(mustache::data::type::list);
        for (const auto& value : model) {
            list.push_back(toData(value));
        }
        return list;
    }
    if (model.is_boolean()) {
        return mustache::data(model.get<bool>());
    }
    return mustache::data(model.is_string() ? model.get<std::string>() : model.dump());
}

} // namespace

std::string render(std::string_view name, const nlohmann::json& model) {
    mustache::data data = toData(model);
    constexpr std::array<std::string_view, 3> partials{"head", "foot", "passage"};
    for (const std::string_view partial : partials) {
        data.set(std::string(partial), mustache::data(mustache::partial([partial] {
                     return std::string(templateText(std::string(partial) + ".mustache"));
                 })));
    }
    data.set("style", mustache::data(std::string(templateText("style.css"))));
    return mustache::mustache(std::string(templateText(name))).render(data);
}

} // namespace medicobus::publish
