// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"

#include "base/text/fold.h"

#include <array>
#include <charconv>

namespace medicobus {
namespace {

using Json = nlohmann::json;

/// ASCII that stands for itself between quotes.
constexpr std::array<bool, 256> plainLetters() {
    std::array<bool, 256> plain{};
    for (std::size_t letter = 0x20; letter < 0x7F; ++letter) {
        plain[letter] = letter != '"' && letter != '\\';
    }
    return plain;
}

constexpr std::array<bool, 256> isPlain = plainLetters();

bool isPlainAt(const char* at) {
    return isPlain[static_cast<unsigned char>(*at)];
}

/// Reads one value after another; false where the library must look.
class Scanner {
public:
    Scanner(std::string_view text, int deepest)
        : m_at(text.data()), m_end(text.data() + text.size()), m_deepest(deepest) {}

    bool readWhole(Json& out) {
        if (!readValue(out)) {
            return false;
        }
        skipSpace();
        return m_at == m_end;
    }

private:
    void skipSpace() {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r')) {
            ++m_at;
        }
    }
    bool take(char letter) {
        skipSpace();
        const bool is = m_at != m_end && *m_at == letter;
        m_at += is ? 1 : 0;
        return is;
    }
    bool takeWord(std::string_view word) {
        const bool is = std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(word);
        m_at += is ? word.size() : 0;
        return is;
    }

    bool readValue(Json& out) {
        skipSpace();
        switch (m_at == m_end ? '\0' : *m_at) {
        case '"':
            out = std::string();
            return readText(out.get_ref<std::string&>());
        case '{':
            return readObject(out);
        case '[':
            return readArray(out);
        case 't':
            out = true;
            return takeWord("true");
        case 'f':
            out = false;
            return takeWord("false");
        case 'n':
            out = nullptr;
            return takeWord("null");
        default:
            return readNumber(out);
        }
    }

    bool readObject(Json& out) {
        out = Json::object();
        auto& members = out.get_ref<Json::object_t&>();
        return readItems('}', [&] {
            std::string key;
            if (!(skipSpace(), m_at != m_end && *m_at == '"' && readText(key)) || !take(':')) {
                return false;
            }
            // Written sorted, as a rule; of two alike the last counts, as in the library.
            return readValue(members.try_emplace(members.end(), std::move(key))->second);
        });
    }

    bool readArray(Json& out) {
        out = Json::array();
        auto& items = out.get_ref<Json::array_t&>();
        return readItems(']', [&] { return readValue(items.emplace_back()); });
    }

    /// From its opening sign to `close`, what stands between commas.
    template <typename ReadOne>
    bool readItems(char close, const ReadOne& readOne) {
        if (++m_depth > m_deepest) {
            return false;
        }
        ++m_at;
        if (!take(close)) {
            do {
                if (!readOne()) {
                    return false;
                }
            } while (take(','));
            if (!take(close)) {
                return false;
            }
        }
        --m_depth;
        return true;
    }

    /// From its opening quote; no escape, and UTF-8.
    bool readText(std::string& out) {
        const char* const first = ++m_at;
        bool isAscii = true;
        while (m_at != m_end && *m_at != '"') {
            if (!isPlainAt(m_at)) {
                if (static_cast<unsigned char>(*m_at) < 0x80 && *m_at != '\x7F') {
                    return false;
                }
                isAscii = false;
            }
            ++m_at;
        }
        if (m_at == m_end) {
            return false;
        }
        out.assign(first, m_at++);
        return isAscii || !firstInvalidUtf8(out);
    }

    /// Whole ones that surely fit.
    bool readNumber(Json& out) {
        constexpr std::ptrdiff_t surelyFits = 18;
        const char* const first = m_at;
        const bool isNegative = m_at != m_end && *m_at == '-';
        m_at += isNegative ? 1 : 0;
        const char* const digits = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9') {
            ++m_at;
        }
        const auto count = m_at - digits;
        const bool isFraction = m_at != m_end && (*m_at == '.' || *m_at == 'e' || *m_at == 'E');
        if (count == 0 || count > surelyFits || isFraction || (count > 1 && *digits == '0')) {
            return false;
        }
        std::int64_t number = 0;
        std::from_chars(first, m_at, number);
        if (isNegative) {
            out = number;
        } else {
            out = static_cast<std::uint64_t>(number);
        }
        return true;
    }

    const char* m_at;
    const char* m_end;
    int m_deepest;
    int m_depth = 0;
};

template <typename Number>
void appendNumber(std::string& out, Number number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

} // namespace

std::optional<Json> parsePlainJson(std::string_view text, int deepest) {
    Json value;
    if (!Scanner(text, deepest).readWhole(value)) {
        return std::nullopt;
    }
    return value;
}

Json parseJson(std::string_view text) {
    constexpr int plainDepth = 48;
    auto plain = parsePlainJson(text, plainDepth);
    return plain ? std::move(*plain) : Json::parse(text, nullptr, false);
}

void appendJsonText(std::string& out, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end && isPlainAt(at)) {
        ++at;
    }
    if (at != end) {
        out += Json(text).dump();
        return;
    }
    out.push_back('"');
    out.append(text);
    out.push_back('"');
}

void appendJson(std::string& out, const Json& value) {
    char before = '\0';
    switch (value.type()) {
    case Json::value_t::object:
        before = '{';
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
            out.push_back(std::exchange(before, ','));
            appendJsonText(out, key);
            out.push_back(':');
            appendJson(out, member);
        }
        out += before == '{' ? "{}" : "}";
        return;
    case Json::value_t::array:
        before = '[';
        for (const Json& item : value.get_ref<const Json::array_t&>()) {
            out.push_back(std::exchange(before, ','));
            appendJson(out, item);
        }
        out += before == '[' ? "[]" : "]";
        return;
    case Json::value_t::string:
        appendJsonText(out, value.get_ref<const std::string&>());
        return;
    case Json::value_t::number_integer:
        appendNumber(out, value.get<std::int64_t>());
        return;
    case Json::value_t::number_unsigned:
        appendNumber(out, value.get<std::uint64_t>());
        return;
    default:
        out += value.dump();
    }
}

std::string jsonText(const Json& value) {
    std::string out;
    appendJson(out, value);
    return out;
}

} // namespace medicobus
