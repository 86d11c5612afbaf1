// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/folder.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "routing/instances/instance_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace medicobus::routing::instances {
namespace {

namespace fs = std::filesystem;

struct BestKnown {
    std::optional<double> value;
    std::optional<int> vehicles;
    std::vector<int> tour;
};
using BestKnowns = std::map<std::string, BestKnown, std::less<>>;

/// The columns of `bks.csv`; what it lacks stays empty.
class BestKnownTable {
public:
    static Result<BestKnownTable> make(CsvTable table) {
        constexpr std::array<std::string_view, 1> names{"instance"};
        constexpr std::array<std::string_view, 2> values{"best_known", "published"};
        constexpr std::array<std::string_view, 1> vehicles{"vehicles"};
        constexpr std::array<std::string_view, 1> tours{"tour"};
        const auto name = table.require(names);
        const auto value = table.require(values);
        if (!name || !value) {
            return Fault(name ? value.error() : name.error());
        }
        BestKnownTable made;
        made.m_name = *name;
        made.m_value = *value;
        made.m_vehicles = table.find(vehicles);
        made.m_tour = table.find(tours);
        made.m_table = std::move(table);
        return made;
    }

    Result<BestKnowns> read() const {
        BestKnowns all;
        for (const CsvTable::Row& row : m_table.rows()) {
            auto best = readRow(row);
            if (!best) {
                return Fault(best.error());
            }
            all[row.cells[m_name]] = std::move(*best);
        }
        return all;
    }

private:
    Result<BestKnown> readRow(const CsvTable::Row& row) const {
        BestKnown best;
        const auto value = m_table.number(row, m_value);
        if (!value) {
            return Fault(value.error());
        }
        best.value = *value;
        if (m_vehicles) {
            const auto vehicles = m_table.number(row, *m_vehicles, 0, 1e6);
            if (!vehicles) {
                return Fault(vehicles.error());
            }
            if (*vehicles) {
                best.vehicles = static_cast<int>(**vehicles);
            }
        }
        if (m_tour) {
            InstanceText text(row.cells[*m_tour], m_table.file());
            for (const auto& line : text.lines()) {
                for (std::size_t at = 0; at < line.words.size(); ++at) {
                    best.tour.push_back(text.whole(line, at, 0, 1'000'000));
                }
            }
            if (!text.ok()) {
                return m_table.faultAt(medicobus::codes::csvNumber, row, *m_tour);
            }
        }
        return best;
    }

    CsvTable m_table;
    std::size_t m_name = 0;
    std::size_t m_value = 0;
    std::optional<std::size_t> m_vehicles;
    std::optional<std::size_t> m_tour;
};

Result<BestKnowns> readBestKnowns(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return BestKnowns();
    }
    auto table = CsvTable::read(file.string());
    if (!table) {
        return Fault(table.error());
    }
    const auto columns = BestKnownTable::make(std::move(*table));
    return columns ? columns->read() : Fault(columns.error());
}

bool isAside(const fs::path& file) {
    constexpr std::array<std::string_view, 4> endings{".md", ".csv", ".json", ".sol"};
    const std::string name = file.filename().string();
    const std::string ending = file.extension().string();
    return name.starts_with('.') || name.starts_with("README") || name.starts_with("LICENSE")
           || std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Result<std::vector<fs::path>> filesOf(const fs::path& folder) {
    std::error_code failure;
    std::vector<fs::path> files;
    fs::directory_iterator at(folder, failure);
    for (; !failure && at != fs::directory_iterator(); at.increment(failure)) {
        std::error_code ignored;
        if (at->is_regular_file(ignored) && !isAside(at->path())) {
            files.push_back(at->path());
        }
    }
    if (failure) {
        const bool isMissing = failure == std::errc::no_such_file_or_directory;
        return fault(isMissing ? medicobus::codes::fileMissing : medicobus::codes::fileUnreadable,
                     {{"file", folder.string()}, {"cause", failure.message()}});
    }
    std::sort(files.begin(), files.end());
    return files;
}

Entry entryOf(const fs::path& file, Set set, int tours, std::string name, const BestKnowns& known) {
    Entry entry{.file = file, .name = std::move(name), .set = set, .tours = tours};
    if (const auto best = known.find(entry.name); best != known.end()) {
        entry.bestKnown = best->second.value;
        entry.tour = best->second.tour;
        entry.vehicles = best->second.vehicles;
    }
    return entry;
}

/// One entry for each number of tours that a best known value is told for, from 1 to 4 when none is.
void addToptw(const fs::path& file, const BestKnowns& known, std::vector<Entry>& entries) {
    constexpr int usualTours = 4;
    const std::string prefix = file.stem().string() + "_m";
    std::vector<int> told;
    for (auto at = known.lower_bound(prefix); at != known.end() && at->first.starts_with(prefix); ++at) {
        int tours = 0;
        const char* end = at->first.data() + at->first.size();
        if (std::from_chars(at->first.data() + prefix.size(), end, tours).ptr == end && tours > 0) {
            told.push_back(tours);
        }
    }
    for (int tours = 1; told.empty() && tours <= usualTours; ++tours) {
        entries.push_back(entryOf(file, Set::toptw, tours, prefix + std::to_string(tours), known));
    }
    std::sort(told.begin(), told.end());
    for (const int tours : told) {
        entries.push_back(entryOf(file, Set::toptw, tours, prefix + std::to_string(tours), known));
    }
}

} // namespace

Result<Folder> list(const fs::path& folder) {
    const auto files = filesOf(folder);
    if (!files) {
        return Fault(files.error());
    }
    const auto known = readBestKnowns(folder / "bks.csv");
    if (!known) {
        return Fault(known.error());
    }
    Folder listed;
    for (const fs::path& file : *files) {
        const auto text = readFile(file);
        const auto set = text ? detect(*text, file.string()) : Result<Set>(Fault(text.error()));
        if (!set) {
            listed.errors.push_back(set.error());
        } else if (*set == Set::toptw) {
            addToptw(file, *known, listed.entries);
        } else {
            const bool isInFull = *set == Set::tsptw || known->contains(file.filename().string());
            listed.entries.push_back(
                entryOf(file, *set, 1, (isInFull ? file.filename() : file.stem()).string(), *known));
        }
    }
    return listed;
}

} // namespace medicobus::routing::instances
