// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/instances/instance.h"

#include <optional>

namespace medicobus::routing::instances {

/// One instance of a folder, not read yet.
struct Entry {
    std::filesystem::path file;
    std::string name; ///< As the list of best known values names it: `c101_m2` for two tours of `c101.txt`.
    Set set = Set::tsptw;
    int tours = 1;                        ///< For `toptw`.
    std::optional<double> bestKnown = {}; ///< In the set's own units; none when nobody told.
    std::optional<int> vehicles = {}; ///< Told beside the best known value; only some sets count it first.
    std::vector<int> tour = {};       ///< The best known solution, where it is told.
};

/// The instances of a folder by name, and the files that are none.
struct Folder {
    std::vector<Entry> entries;
    std::vector<Error> errors;
};

/// Lists a folder and not those inside it, by what the files contain. Best known values come from its
/// `bks.csv` (columns `instance` and `best_known` or `published`, maybe `vehicles` and `tour`), which may be
/// missing; a `toptw` file without any line there stands for 1 to 4 tours. Left out: hidden files, README and
/// LICENSE, and the endings md, csv, json and sol. Errors: `file.missing`, `file.unreadable` for the folder,
/// those of `CsvTable` for `bks.csv`.
[[nodiscard]] Result<Folder> list(const std::filesystem::path& folder);

[[nodiscard]] inline Result<Instance> read(const Entry& entry) {
    return read(entry.file, entry.tours);
}

} // namespace medicobus::routing::instances
