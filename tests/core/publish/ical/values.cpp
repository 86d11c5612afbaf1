// SPDX-License-Identifier: EUPL-1.2
#include "ical/values.h"

#include <cstdlib>
#include <regex>
#include <set>

namespace medicobus::ical {
namespace {

std::vector<std::string> splitAt(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

Moment readMoment(const ContentLine& line, const std::string& text) {
    static const std::regex form(R"((\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?)");
    std::smatch match;
    if (!std::regex_match(text, match, form)) {
        line.refuse("value.date");
    }
    const auto number = [&](std::size_t group) { return std::stoi(match[group].str()); };
    const date::year_month_day civil(date::year(number(1)), date::month(static_cast<unsigned>(number(2))),
                                     date::day(static_cast<unsigned>(number(3))));
    if (!civil.ok()) {
        line.refuse("value.date");
    }
    Moment moment;
    moment.time = date::local_days(civil);
    if (!match[4].matched) {
        moment.kind = Moment::Kind::Date;
        return moment;
    }
    if (number(4) > 23 || number(5) > 59 || number(6) > 59) {
        line.refuse("value.time");
    }
    moment.time +=
        std::chrono::hours(number(4)) + std::chrono::minutes(number(5)) + std::chrono::seconds(number(6));
    moment.kind = match[7].length() > 0 ? Moment::Kind::Utc : Moment::Kind::Local;
    return moment;
}

int wholeOf(const ContentLine& line, const std::string& text, int low, int high, const char* rule) {
    static const std::regex form(R"([+-]?\d{1,9})");
    if (!std::regex_match(text, form)
        && !(high > 999'999'999 && std::regex_match(text, std::regex(R"(\d{10})")))) {
        line.refuse(rule);
    }
    const long long value = std::stoll(text);
    if (value < low || value > high) {
        line.refuse(rule);
    }
    return static_cast<int>(value);
}

Rule::Day readDay(const ContentLine& line, const std::string& text) {
    static const std::regex form(R"(([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))");
    std::smatch match;
    if (!std::regex_match(text, match, form)) {
        line.refuse("rrule.byday");
    }
    return {match[1].matched ? std::stoi(match[1].str()) : 0, parseWeekday(match[2].str()).value()};
}

void readPart(const ContentLine& line, Rule& rule, const std::string& key, const std::string& value) {
    if (key == "FREQ") {
        rule.frequency = value;
        if (value != "WEEKLY" && value != "MONTHLY" && value != "YEARLY") {
            line.refuse("rrule.freq");
        }
    } else if (key == "INTERVAL") {
        rule.interval = wholeOf(line, value, 1, 52, "rrule.interval");
    } else if (key == "COUNT") {
        rule.count = wholeOf(line, value, 1, 10'000, "rrule.count");
    } else if (key == "UNTIL") {
        rule.until = readMoment(line, value);
    } else if (key == "BYDAY") {
        for (const std::string& day : splitAt(value, ',')) {
            rule.byDay.push_back(readDay(line, day));
        }
    } else if (key == "BYMONTH") {
        rule.byMonth = static_cast<unsigned>(wholeOf(line, value, 1, 12, "rrule.bymonth"));
    } else if (key == "WKST") {
        if (value != "MO") {
            line.refuse("rrule.wkst");
        }
    } else {
        line.refuse("rrule.part");
    }
}

} // namespace

std::vector<Moment> readMoments(const ContentLine& line, bool isList) {
    const std::string type = line.parameter("VALUE").empty() ? "DATE-TIME" : line.parameter("VALUE");
    const std::string zone = line.parameter("TZID");
    if (type != "DATE" && type != "DATE-TIME") {
        line.refuse("value.type");
    }
    std::vector<Moment> moments;
    for (const std::string& text : isList ? splitAt(line.value, ',') : std::vector{line.value}) {
        Moment moment = readMoment(line, text);
        if ((moment.kind == Moment::Kind::Date) != (type == "DATE")) {
            line.refuse("value.type");
        }
        if (moment.kind != Moment::Kind::Local && !zone.empty()) {
            line.refuse("tzid.not_allowed");
        }
        moment.zone = zone;
        moments.push_back(moment);
    }
    return moments;
}

std::vector<std::string> readTexts(const ContentLine& line, bool isList) {
    std::vector<std::string> texts(1);
    for (std::size_t i = 0; i < line.value.size(); ++i) {
        const char c = line.value[i];
        if (c == '\\') {
            const char next = i + 1 < line.value.size() ? line.value[i + 1] : '\0';
            if (next != '\\' && next != ';' && next != ',' && next != 'n' && next != 'N') {
                line.refuse("text.escape");
            }
            texts.back() += next == 'n' || next == 'N' ? '\n' : next;
            ++i;
        } else if (c == ',' && isList) {
            texts.emplace_back();
        } else if (c == ',' || c == ';') {
            line.refuse("text.bare_separator");
        } else {
            texts.back() += c;
        }
    }
    return texts;
}

Rule readRule(const ContentLine& line) {
    Rule rule;
    std::set<std::string> seen;
    for (const std::string& part : splitAt(line.value, ';')) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos) {
            line.refuse("rrule.part");
        }
        const std::string key = part.substr(0, equals);
        if (!seen.insert(key).second) {
            line.refuse("rrule.duplicate");
        }
        readPart(line, rule, key, part.substr(equals + 1));
    }
    if (rule.frequency.empty()) {
        line.refuse("rrule.freq");
    }
    if (rule.until && rule.count) {
        line.refuse("rrule.until_and_count");
    }
    for (const Rule::Day& day : rule.byDay) {
        if (day.nth != 0 && rule.frequency == "WEEKLY") {
            line.refuse("rrule.byday");
        }
    }
    return rule;
}

std::chrono::seconds readUtcOffset(const ContentLine& line) {
    static const std::regex form(R"(([+-])([01]\d|2[0-3])([0-5]\d))");
    std::smatch match;
    if (!std::regex_match(line.value, match, form) || line.value == "-0000") {
        line.refuse("value.utc_offset");
    }
    const std::chrono::seconds size =
        std::chrono::hours(std::stoi(match[2].str())) + std::chrono::minutes(std::stoi(match[3].str()));
    return match[1].str() == "-" ? -size : size;
}

int readInteger(const ContentLine& line, int low, int high) {
    return wholeOf(line, line.value, low, high, "value.integer");
}

void checkDuration(const ContentLine& line) {
    static const std::regex form(
        R"([+-]?P(\d+W|\d+D(T(\d+H)?(\d+M)?(\d+S)?)?|T(\d+H(\d+M(\d+S)?)?|\d+M(\d+S)?|\d+S)))");
    if (!std::regex_match(line.value, form)) {
        line.refuse("value.duration");
    }
}

void checkUri(const ContentLine& line) {
    static const std::regex form(R"([A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+)");
    if (!std::regex_match(line.value, form)) {
        line.refuse("value.uri");
    }
}

void checkGeo(const ContentLine& line) {
    static const std::regex form(R"(([+-]?\d+(?:\.\d+)?);([+-]?\d+(?:\.\d+)?))");
    std::smatch match;
    if (!std::regex_match(line.value, match, form) || std::abs(std::stod(match[1].str())) > 90
        || std::abs(std::stod(match[2].str())) > 180) {
        line.refuse("value.geo");
    }
}

} // namespace medicobus::ical
