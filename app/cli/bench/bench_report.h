// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/bench/measure.h"
#include "cli/console.h"

#include <map>
#include <string>

namespace medicobus::cli {

/// Tells the measures as they come: a table for each folder, with the means of what belongs together.
class BenchReport {
public:
    explicit BenchReport(const Console& console) : m_console(console) {}

    /// Begins a table; `width` is that of the longest name in it.
    void begin(const std::string& folder, std::size_t width);
    void add(const Measured& measured);
    /// Ends the table with its means.
    void end();
    /// All tables together; for machines, everything.
    void finish();

    int faults() const { return m_total.faults; }

private:
    void tellRow(const Measured& measured) const;
    void tellFaults(const Measured& measured) const;
    void tell(const std::string& label, const Summary& summary) const;

    const Console& m_console;
    std::string m_folder;
    std::size_t m_width = 0;
    int m_tables = 0;
    bool m_hasRows = false;
    std::map<std::string, Summary> m_groups; ///< Of the table under way, by set and number of tours.
    std::map<std::string, Summary> m_allGroups;
    Summary m_table;
    Summary m_total;
    OrderedJson m_json = OrderedJson::array();
};

} // namespace medicobus::cli
