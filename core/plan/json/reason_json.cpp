// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/reason_json.h"

#include "plan/json/parts_json.h"

namespace medicobus::plan {
namespace {

constexpr double anyFigure = 1e15;

Figure readFigure(JsonReader& reader) {
    Figure figure;
    figure.name = reader.text("name");
    figure.unit = reader.text("unit");
    if (!reader.has("id")) {
        figure.value = reader.number("value", -anyFigure, anyFigure);
        return figure;
    }
    figure.id = reader.text("id");
    if (figure.id.empty()) {
        reader.fail(medicobus::codes::jsonRange, "id", {}, "1…");
    }
    return figure;
}

OrderedJson figureJson(const Figure& figure) {
    OrderedJson json{{"name", figure.name}};
    if (figure.id.empty()) {
        json["value"] = jsonNumber(figure.value, 4);
    } else {
        json["id"] = figure.id;
    }
    json["unit"] = figure.unit;
    return json;
}

OrderedJson remedyJson(const Remedy& remedy) {
    return {{"code", remedy.code}, {"figures", listJson(remedy.figures, figureJson)}};
}

} // namespace

Reason readReason(JsonReader& reader) {
    Reason reason;
    reason.code = reader.text("code");
    reason.subject = {{reader.text("site", "")}, {reader.text("commune", "")}, {reader.text("series", "")}};
    reader.each("figures", [&](JsonReader& figure) { reason.figures.push_back(readFigure(figure)); });
    if (reader.has("remedies")) {
        reader.each("remedies", [&](JsonReader& inner) {
            Remedy remedy{inner.text("code"), {}};
            inner.each("figures", [&](JsonReader& figure) { remedy.figures.push_back(readFigure(figure)); });
            reason.remedies.push_back(std::move(remedy));
        });
    }
    return reason;
}

OrderedJson reasonJson(const Reason& reason) {
    OrderedJson json{{"code", reason.code}};
    const auto name = [&](const char* key, const std::string& value) {
        if (!value.empty()) {
            json[key] = value;
        }
    };
    name("site", reason.subject.site.value);
    name("commune", reason.subject.commune.value);
    name("series", reason.subject.series.value);
    json["figures"] = listJson(reason.figures, figureJson);
    if (!reason.remedies.empty()) {
        json["remedies"] = listJson(reason.remedies, remedyJson);
    }
    return json;
}

} // namespace medicobus::plan
