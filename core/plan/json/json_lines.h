// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace medicobus::plan {

using OrderedJson = nlohmann::ordered_json;

/// JSON that a person can read and compare: one top-level key a line, arrays of objects one object a line.
/// The same value always gives the same bytes, ending with a line feed.
std::string jsonLines(const OrderedJson& object);

/// A number with at most so many decimals, written as an integer when it is one.
OrderedJson jsonNumber(double value, int decimals);

} // namespace medicobus::plan
