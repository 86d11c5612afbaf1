// SPDX-License-Identifier: EUPL-1.2
#include "plan/plan_json.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "plan/json/parts_json.h"
#include "plan/json/reason_json.h"

namespace medicobus::plan {
namespace {

constexpr std::string_view planFormatName = "medicobus-plan/1";
constexpr double anyFigure = 1e15;
constexpr int anyCount = 1000;
/// The largest whole number that every JSON reader keeps exactly.
constexpr double largestExact = 9007199254740991.0;

Score readScore(JsonReader& reader) {
    Score score;
    score.worth = reader.number("worth", -anyFigure, anyFigure);
    score.bound = reader.number("bound", -anyFigure, anyFigure);
    score.drivingMinutesYear = reader.number("driving_minutes_year", 0, anyFigure);
    score.total = reader.number("total", -anyFigure, anyFigure);
    return score;
}

BeforeAfter readPair(JsonReader& reader, std::string_view key) {
    if (!reader.has(key)) {
        reader.fail(medicobus::codes::jsonMissingKey, key);
        return {};
    }
    const Json& pair = reader.raw(key);
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number()) {
        reader.fail(medicobus::codes::jsonType, key, pair.dump(), "[before, after]");
        return {};
    }
    return {pair[0].get<double>(), pair[1].get<double>()};
}

Indicators readIndicators(JsonReader& reader) {
    Indicators indicators;
    indicators.deliveredYear = reader.number("delivered_year", 0, anyFigure);
    indicators.within10Min = readPair(reader, "within_10_min");
    indicators.within15Min = readPair(reader, "within_15_min");
    indicators.severity = readPair(reader, "severity");
    indicators.communesUnderLine = readPair(reader, "communes_under_line");
    indicators.kilometresYear = reader.number("kilometres_year", 0, anyFigure);
    if (reader.has("services")) {
        reader.each("services", [&](JsonReader& service) {
            indicators.services.push_back({service.text("id"), service.number("delivered_year", 0, anyFigure),
                                           readPair(service, "severity")});
        });
    }
    return indicators;
}

Uncovered readUncovered(JsonReader& reader) {
    Uncovered session;
    session.series = {reader.text("series")};
    session.week = reader.whole("week", 0, anyCount);
    session.code = reader.text("code");
    session.role = reader.text("role");
    session.known = reader.whole("known", 0, anyCount);
    session.entitled = reader.whole("entitled", 0, anyCount);
    session.available = reader.whole("available", 0, anyCount);
    return session;
}

/// The planner's count, which may be larger than an int.
std::uint64_t readCount(JsonReader& reader, std::string_view key) {
    const double count = reader.number(key, 0, largestExact);
    const auto whole = static_cast<std::uint64_t>(count);
    if (static_cast<double>(whole) != count) {
        reader.fail(medicobus::codes::jsonType, key, reader.raw(key).dump(), "whole number");
    }
    return whole;
}

OrderedJson pairJson(const BeforeAfter& pair) {
    return OrderedJson::array({jsonNumber(pair.before, 4), jsonNumber(pair.after, 4)});
}

OrderedJson scoreJson(const Score& score) {
    return {{"worth", jsonNumber(score.worth, 4)},
            {"bound", jsonNumber(score.bound, 4)},
            {"driving_minutes_year", jsonNumber(score.drivingMinutesYear, 4)},
            {"total", jsonNumber(score.total, 4)}};
}

OrderedJson indicatorsJson(const Indicators& indicators) {
    OrderedJson json{{"delivered_year", jsonNumber(indicators.deliveredYear, 4)},
                     {"within_10_min", pairJson(indicators.within10Min)},
                     {"within_15_min", pairJson(indicators.within15Min)},
                     {"severity", pairJson(indicators.severity)},
                     {"communes_under_line", pairJson(indicators.communesUnderLine)},
                     {"kilometres_year", jsonNumber(indicators.kilometresYear, 4)}};
    if (!indicators.services.empty()) {
        json["services"] = listJson(indicators.services, [](const ServiceFigures& service) {
            return OrderedJson{{"id", service.service},
                               {"delivered_year", jsonNumber(service.deliveredYear, 4)},
                               {"severity", pairJson(service.severity)}};
        });
    }
    return json;
}

TravelUsed readTravelUsed(JsonReader& reader) {
    TravelUsed travel;
    travel.kind = reader.text("kind");
    travel.source = reader.text("source", {});
    if (reader.has("measured")) {
        travel.measured = reader.date("measured");
    }
    return travel;
}

OrderedJson travelJson(const TravelUsed& travel) {
    OrderedJson json{{"kind", travel.kind}};
    if (!travel.source.empty()) {
        json["source"] = travel.source;
    }
    if (travel.measured) {
        json["measured"] = formatDate(*travel.measured);
    }
    return json;
}

OrderedJson uncoveredJson(const Uncovered& session) {
    return {{"series", session.series.value}, {"week", session.week},   {"code", session.code},
            {"role", session.role},           {"known", session.known}, {"entitled", session.entitled},
            {"available", session.available}};
}

} // namespace

Result<Plan> parsePlan(std::string_view text, const std::string& file) {
    const auto json = JsonReader::parse(text, file);
    if (!json) {
        return Fault(json.error());
    }
    JsonReader reader(*json, "$", file);
    const std::string format = reader.text("format");
    if (format != planFormatName) {
        reader.fail(codes::planFormat, "format", format, std::string(planFormatName));
    }
    Plan plan;
    plan.seed = readCount(reader, "seed");
    plan.iterations = readCount(reader, "iterations");
    if (reader.has("travel")) {
        reader.object("travel", [&](JsonReader& travel) { plan.travel = readTravelUsed(travel); });
    }
    reader.object("score", [&](JsonReader& score) { plan.score = readScore(score); });
    reader.each("series", [&](JsonReader& series) { plan.series.push_back(readSeries(series)); });
    reader.each("tours", [&](JsonReader& tour) { plan.tours.push_back(readTour(tour)); });
    reader.object("indicators", [&](JsonReader& figures) { plan.indicators = readIndicators(figures); });
    if (reader.has("uncovered")) {
        reader.each("uncovered",
                    [&](JsonReader& session) { plan.uncovered.push_back(readUncovered(session)); });
    }
    if (reader.has("explanation")) {
        reader.each("explanation",
                    [&](JsonReader& reason) { plan.explanation.push_back(readReason(reason)); });
    }
    if (const auto done = reader.finish(); !done) {
        return Fault(done.error());
    }
    return plan;
}

Result<Plan> readPlan(const std::filesystem::path& path) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parsePlan(*text, path.string());
}

std::string planJson(const Plan& plan) {
    OrderedJson json{{"format", planFormatName},
                     {"seed", plan.seed},
                     {"iterations", plan.iterations},
                     {"travel", travelJson(plan.travel)},
                     {"score", scoreJson(plan.score)},
                     {"series", OrderedJson::array()},
                     {"tours", OrderedJson::array()},
                     {"indicators", indicatorsJson(plan.indicators)},
                     {"explanation", listJson(plan.explanation, reasonJson)}};
    if (!plan.uncovered.empty()) {
        json["uncovered"] = listJson(plan.uncovered, uncoveredJson);
    }
    for (const Series& series : plan.series) {
        json["series"].push_back(seriesJson(series));
    }
    for (const Tour& tour : plan.tours) {
        json["tours"].push_back(tourJson(tour));
    }
    return jsonLines(json);
}

Result<void> writePlan(const std::filesystem::path& path, const Plan& plan) {
    return writeFile(path, planJson(plan));
}

} // namespace medicobus::plan
