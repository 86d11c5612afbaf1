// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus {

/// A CSV file (RFC 4180, comma separated, UTF-8, a header line) read whole, that remembers where each row
/// stood.
class CsvTable {
public:
    struct Row {
        std::size_t line = 0; ///< The line of the file on which the row begins, from 1.
        std::vector<std::string> cells;
    };

    /// Errors: `csv.empty`, `csv.encoding`, `csv.quote`, `csv.cell_count`, `csv.duplicate_column`; each
    /// carries file and line, and column where there is one. A byte-order mark is passed over.
    [[nodiscard]] static Result<CsvTable> parse(std::string_view text, std::string file);
    [[nodiscard]] static Result<CsvTable> read(const std::string& file);

    const std::string& file() const { return m_file; }
    const std::vector<std::string>& header() const { return m_header; }
    const std::vector<Row>& rows() const { return m_rows; }

    /// The position of the first of these column names that the header has.
    std::optional<std::size_t> find(std::span<const std::string_view> names) const;
    /// As `find`, but a missing column is `csv.missing_column`, naming what was accepted and what was found.
    [[nodiscard]] Result<std::size_t> require(std::span<const std::string_view> names) const;

    /// An error at a cell, carrying file, line, column name and the cell's value.
    Fault faultAt(ErrorCode code, const Row& row, std::size_t column, std::string expected = {}) const;

    /// The number in a cell, nothing when the cell is empty; `csv.number` for anything that is not a finite
    /// number with a decimal point.
    [[nodiscard]] Result<std::optional<double>> number(const Row& row, std::size_t column) const;
    /// As `number`, within [low, high]; a bound may be infinite. Outside it is `csv.range`.
    [[nodiscard]] Result<std::optional<double>> number(const Row& row, std::size_t column, double low,
                                                       double high) const;

private:
    std::string m_file;
    std::vector<std::string> m_header;
    std::vector<Row> m_rows;
};

namespace codes {
inline constexpr ErrorCode csvEmpty{"csv.empty"};
inline constexpr ErrorCode csvEncoding{"csv.encoding"};
inline constexpr ErrorCode csvQuote{"csv.quote"};
inline constexpr ErrorCode csvCellCount{"csv.cell_count"};
inline constexpr ErrorCode csvDuplicateColumn{"csv.duplicate_column"};
inline constexpr ErrorCode csvMissingColumn{"csv.missing_column"};
inline constexpr ErrorCode csvNumber{"csv.number"};
inline constexpr ErrorCode csvRange{"csv.range"};
} // namespace codes

} // namespace medicobus
