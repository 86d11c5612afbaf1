// SPDX-License-Identifier: EUPL-1.2
#include "markup.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace medicobus::testing {
namespace {

class Reader {
public:
    explicit Reader(std::string_view page) : m_page(page) {}

    std::vector<Element> read() {
        expect("<!DOCTYPE html>");
        while (m_at < m_page.size()) {
            if (m_page[m_at] == '<') {
                tag();
            } else {
                text(character());
            }
        }
        if (!m_open.empty()) {
            fail("not closed: " + m_elements[m_open.back()].name);
        }
        return m_elements;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(what + " before: " + std::string(m_page.substr(m_at, 60)));
    }
    bool starts(std::string_view word) const { return m_page.substr(m_at).starts_with(word); }
    void expect(std::string_view word) {
        if (!starts(word)) {
            fail("expected " + std::string(word));
        }
        m_at += word.size();
    }
    void spaces() {
        while (m_at < m_page.size() && std::isspace(static_cast<unsigned char>(m_page[m_at]))) {
            ++m_at;
        }
    }
    std::string word() {
        const std::size_t begin = m_at;
        while (m_at < m_page.size()
               && (std::isalnum(static_cast<unsigned char>(m_page[m_at])) || m_page[m_at] == '-')) {
            ++m_at;
        }
        if (begin == m_at) {
            fail("expected a name");
        }
        return std::string(m_page.substr(begin, m_at - begin));
    }
    std::string character() {
        static const std::map<std::string, std::string, std::less<>> entities{
            {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}};
        if (m_page[m_at] != '&') {
            return std::string(1, m_page[m_at++]);
        }
        for (const auto& [entity, meaning] : entities) {
            if (starts(entity)) {
                m_at += entity.size();
                return meaning;
            }
        }
        fail("a bare &");
    }
    void text(const std::string& piece) {
        if (m_open.empty() && !std::isspace(static_cast<unsigned char>(piece.front()))) {
            fail("text outside the root");
        }
        for (const std::size_t element : m_open) {
            m_elements[element].text += piece;
        }
    }
    void attributes(Element& element) {
        for (spaces(); !starts(">") && !starts("/>"); spaces()) {
            const std::string key = word();
            expect("=\"");
            std::string value;
            while (m_at < m_page.size() && m_page[m_at] != '"') {
                if (m_page[m_at] == '<') {
                    fail("< in an attribute");
                }
                value += character();
            }
            expect("\"");
            if (!element.attributes.emplace(key, value).second) {
                fail("attribute twice: " + key);
            }
        }
    }
    void tag() {
        ++m_at;
        if (starts("/")) {
            ++m_at;
            const std::string name = word();
            if (m_open.empty() || m_elements[m_open.back()].name != name) {
                fail("closes out of order: " + name);
            }
            m_open.pop_back();
            expect(">");
            return;
        }
        if (m_open.empty() && !m_elements.empty()) {
            fail("a second root");
        }
        Element element;
        element.name = word();
        attributes(element);
        m_elements.push_back(element);
        if (starts("/>")) {
            m_at += 2;
            return;
        }
        expect(">");
        m_open.push_back(m_elements.size() - 1);
        if (element.name == "script" || element.name == "style") {
            rawText("</" + element.name);
        }
    }
    void rawText(const std::string& end) {
        while (!starts(end)) {
            if (m_at == m_page.size()) {
                fail("no " + end);
            }
            m_elements.back().text += m_page[m_at++];
        }
    }

    std::string_view m_page;
    std::size_t m_at = 0;
    std::vector<Element> m_elements;
    std::vector<std::size_t> m_open;
};

} // namespace

std::vector<Element> readMarkup(std::string_view page) {
    return Reader(page).read();
}

std::vector<Element> named(const std::vector<Element>& elements, const std::string& name) {
    std::vector<Element> found;
    std::copy_if(elements.begin(), elements.end(), std::back_inserter(found),
                 [&](const Element& element) { return element.name == name; });
    return found;
}

} // namespace medicobus::testing
