// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace medicobus::cli {

/// Columns aligned by the width of their characters on a terminal, two spaces apart.
class Table {
public:
    enum class Side { Left, Right };
    struct Column {
        std::string title;
        Side side = Side::Left;
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// One cell for each column; missing ones are empty.
    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    bool isEmpty() const { return m_rows.empty(); }

    /// The header, a rule and the rows, each line without trailing spaces; no line end after the last.
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// The places a text takes on a terminal: accents none of their own, wide characters two.
std::size_t displayWidth(std::string_view text);

} // namespace medicobus::cli
