// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::testing {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text; ///< Of the element and of all inside it, entities resolved, white space as written.

    std::string attribute(const std::string& key) const {
        const auto found = attributes.find(key);
        return found == attributes.end() ? std::string() : found->second;
    }
};

/// Reads a page as strictly as XML: every element closed in order, every attribute quoted and given once,
/// every `&` an entity, one root. Throws `std::runtime_error` saying where it is not. Elements come in
/// document order.
std::vector<Element> readMarkup(std::string_view page);

/// The elements of one name.
std::vector<Element> named(const std::vector<Element>& elements, const std::string& name);

} // namespace medicobus::testing
