// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/openapi.h"

#include "sync/hub/web/request.h"
#include "sync/hub/web/schemas.h"
#include "sync/wire/unsent.h"

#include <algorithm>

namespace medicobus::sync::web {

namespace {

Json reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Json contentOf(std::string_view answer) {
    if (answer.find('/') != std::string_view::npos) {
        return {{std::string(answer), {{"schema", {{"type", "string"}}}}}};
    }
    return {{"application/json", {{"schema", reference(answer)}}}};
}

Json refused(std::string_view description) {
    return {{"description", description}, {"content", contentOf("Refusal")}};
}

Json parametersOf(const Route& route) {
    Json parameters = Json::array();
    for (std::size_t at = route.path.find('{'); at != std::string_view::npos;
         at = route.path.find('{', at + 1)) {
        const std::size_t begin = at + (route.path[at + 1] == '+' ? 2 : 1);
        parameters.push_back({{"name", route.path.substr(begin, route.path.find('}', at) - begin)},
                              {"in", "path"},
                              {"required", true},
                              {"schema", {{"type", "string"}}}});
    }
    for (const std::string_view name : route.query) {
        if (!name.empty()) {
            parameters.push_back({{"name", name},
                                  {"in", "query"},
                                  {"required", false},
                                  {"schema", {{"type", "integer"}, {"minimum", 0}}}});
        }
    }
    if (route.access != Access::Public) {
        parameters.push_back({{"name", unsentHeader},
                              {"in", "header"},
                              {"required", false},
                              {"description", "What the device has yet to send: how many, and for how many "
                                              "seconds the oldest has waited."},
                              {"schema", {{"type", "string"}, {"pattern", "^[0-9]+; age=[0-9]+"}}}});
    }
    return parameters;
}

Json answersOf(const Route& route) {
    Json answers;
    answers[route.name == "enrol" ? "201" : "200"] = {{"description", "Done."},
                                                      {"content", contentOf(route.answer)}};
    if (!route.request.empty() || !route.query.front().empty()) {
        answers["400"] = refused("The call cannot be read.");
    }
    if (!route.request.empty()) {
        answers["413"] = refused("The body is too large.");
    }
    if (route.access != Access::Public) {
        answers["401"] = refused("No session, or one that is over.");
        answers["403"] = refused("Not for this device.");
    }
    if (route.refusal != 0) {
        answers[std::to_string(route.refusal)] = refused("As `code` says.");
    }
    answers["429"] = refused("Too many calls; see Retry-After.");
    answers["503"] = refused("The store does not answer.");
    return answers;
}

/// `{+file}` is our word for the rest of a path; OpenAPI 3.0 has none.
std::string pathIn(const Route& route) {
    std::string path(route.path);
    std::erase(path, '+');
    return path;
}

} // namespace

Json openApi(const std::string& version) {
    Json paths = Json::object();
    for (const Route& route : routes()) {
        Json operation{{"operationId", route.name}, {"summary", route.summary}};
        operation["responses"] = answersOf(route);
        if (Json parameters = parametersOf(route); !parameters.empty()) {
            operation["parameters"] = std::move(parameters);
        }
        if (!route.request.empty()) {
            operation["requestBody"] = {{"required", true}, {"content", contentOf(route.request)}};
        }
        if (route.access != Access::Public) {
            operation["security"] = Json::array({{{"session", Json::array()}}});
        }
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        paths[pathIn(route)][method] = std::move(operation);
    }
    return {{"openapi", "3.0.3"},
            {"info",
             {{"title", "Medicobus hub"},
              {"version", version},
              {"description", "The exchange between devices and a hub; see core/sync/README.md."},
              {"license", {{"name", "EUPL-1.2"}}}}},
            {"paths", std::move(paths)},
            {"components",
             {{"schemas", schemas()},
              {"securitySchemes", {{"session", {{"type", "http"}, {"scheme", "bearer"}}}}}}}};
}

} // namespace medicobus::sync::web
