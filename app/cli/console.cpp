// SPDX-License-Identifier: EUPL-1.2
#include "cli/console.h"

#include "words/format.h"

#include <fmt/format.h>

#include <cstdio>

namespace medicobus::cli {
namespace {

void writeLine(std::FILE* stream, std::string_view line) {
    fmt::print(stream, "{}\n", line);
}

/// With U+FFFD for what is not UTF-8, such as a byte in the name of a file.
std::string textOf(const OrderedJson& json) {
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace

std::string Console::number(double value, int decimals) const {
    return words::number(value, language, decimals);
}

void Console::say(std::string_view line) const {
    writeLine(stdout, line);
}

void Console::answer(const OrderedJson& json) const {
    writeLine(stdout, textOf(json));
}

void Console::note(std::string_view line) const {
    writeLine(stderr, line);
}

Exit Console::fail(const words::Sentence& sentence) const {
    writeLine(stderr, sentence.text());
    return Exit::Unusable;
}

Exit Console::fail(const Error& error) const {
    if (isJson) {
        writeLine(stderr, textOf({{"error", jsonOf(error, language)}}));
        return Exit::Unusable;
    }
    return fail(words::sentenceOf(error, language));
}

OrderedJson jsonOf(const Error& error, words::Language language) {
    OrderedJson details = OrderedJson::object();
    for (const auto& [key, value] : error.details()) {
        details[key] = value;
    }
    return {{"code", error.code().name},
            {"details", details},
            {"sentence", words::sentenceOf(error, language).text()}};
}

} // namespace medicobus::cli
