// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/step.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

namespace medicobus::simulation {
namespace {

constexpr std::array<std::string_view, 3> lossNames{"all", "tail", "sectors"};

template <typename E>
std::size_t indexOf(E value) {
    return static_cast<std::size_t>(value);
}

template <typename E, std::size_t count>
std::optional<E> named(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<E>(found - names.begin()));
}

template <typename Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string text(const Mishap& mishap) {
    return fmt::format("{}{}@{}{}", mishap.isOfHub ? "hub:" : "", faultNames[indexOf(mishap.kind)], mishap.at,
                       mishap.kind == FaultKind::PowerLoss
                           ? fmt::format(":{}", lossNames[indexOf(mishap.loss)])
                           : std::string());
}

std::optional<Mishap> parseMishap(std::string_view word) {
    Mishap mishap;
    if (word.starts_with("hub:")) {
        mishap.isOfHub = true;
        word.remove_prefix(4);
    }
    const std::size_t mark = word.find('@');
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    const auto kind = named<FaultKind>(faultNames, word.substr(0, mark));
    std::string_view rest = word.substr(mark + 1);
    const std::size_t colon = rest.find(':');
    const auto at = number<std::int64_t>(rest.substr(0, colon));
    const auto loss = colon == std::string_view::npos ? std::optional(Loss::All)
                                                      : named<Loss>(lossNames, rest.substr(colon + 1));
    if (!kind || !at || !loss) {
        return std::nullopt;
    }
    mishap.kind = *kind;
    mishap.at = *at;
    mishap.loss = *loss;
    return mishap;
}

std::optional<Step> parseStep(const std::string& line) {
    std::istringstream words(line);
    std::string who;
    std::string act;
    std::array<std::string, 3> numbers;
    std::string salt;
    words >> who >> act >> numbers[0] >> numbers[1] >> numbers[2] >> salt;
    const auto actor = named<Who>(whoNames, who);
    const auto deed = named<Act>(actNames, act);
    const auto grain = salt.starts_with('#') ? number<std::uint32_t>(salt.substr(1)) : std::nullopt;
    if (!actor || !deed || !grain) {
        return std::nullopt;
    }
    Step step{*actor, *deed, {}, {}, *grain};
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        const auto value = number<std::int64_t>(numbers[index]);
        if (!value) {
            return std::nullopt;
        }
        step.numbers[index] = *value;
    }
    std::string word;
    if (words >> word && word != "!") {
        return std::nullopt;
    }
    while (words >> word) {
        const auto mishap = parseMishap(word);
        if (!mishap) {
            return std::nullopt;
        }
        step.mishaps.push_back(*mishap);
    }
    return step;
}

} // namespace

std::string text(const Step& step) {
    std::string line =
        fmt::format("{} {} {} {} {} #{}", whoNames[indexOf(step.who)], actNames[indexOf(step.act)],
                    step.numbers[0], step.numbers[1], step.numbers[2], step.salt);
    for (std::size_t index = 0; index < step.mishaps.size(); ++index) {
        line += (index == 0 ? " ! " : " ") + text(step.mishaps[index]);
    }
    return line;
}

std::string text(const Scenario& scenario) {
    std::string lines = fmt::format("seed {}\n", scenario.seed);
    for (const Step& step : scenario.steps) {
        lines += text(step) + '\n';
    }
    return lines;
}

Result<Scenario> parseScenario(std::string_view text) {
    Scenario scenario;
    std::istringstream lines{std::string(text)};
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        ++count;
        if (line.empty() || line.starts_with("//")) {
            continue;
        }
        const auto seed = line.starts_with("seed ") ? number<std::uint64_t>(std::string_view(line).substr(5))
                                                    : std::nullopt;
        const auto step = seed ? std::nullopt : parseStep(line);
        if (seed) {
            scenario.seed = *seed;
        } else if (step) {
            scenario.steps.push_back(*step);
        } else {
            return fault(codes::badScenario, {{"line", std::to_string(count)}, {"value", line}});
        }
    }
    return scenario;
}

} // namespace medicobus::simulation
