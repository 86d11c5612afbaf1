// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/json_lines.h"

#include <cmath>
#include <cstdint>

namespace medicobus::plan {
namespace {

bool isListOfObjects(const OrderedJson& value) {
    return value.is_array() && !value.empty() && value.front().is_object();
}

void appendItems(std::string& out, const OrderedJson& items) {
    out += "[\n";
    for (std::size_t i = 0; i < items.size(); ++i) {
        out += "  ";
        out += items[i].dump();
        out += i + 1 < items.size() ? ",\n" : "\n";
    }
    out += " ]";
}

} // namespace

std::string jsonLines(const OrderedJson& object) {
    std::string out = "{\n";
    std::size_t left = object.size();
    for (const auto& [key, value] : object.items()) {
        out += " ";
        out += OrderedJson(key).dump();
        out += ": ";
        if (isListOfObjects(value)) {
            appendItems(out, value);
        } else {
            out += value.dump();
        }
        out += --left > 0 ? ",\n" : "\n";
    }
    return out + "}\n";
}

OrderedJson jsonNumber(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    constexpr double exactIntegers = 1e15;
    if (rounded == std::floor(rounded) && std::abs(rounded) < exactIntegers) {
        return static_cast<std::int64_t>(rounded);
    }
    return rounded;
}

} // namespace medicobus::plan
