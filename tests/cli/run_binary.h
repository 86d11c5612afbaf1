// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace medicobus::testing {

/// What one run of medicobusctl said and ended with.
struct Ran {
    int status = -1; ///< The exit status; -1 when a signal ended it.
    std::string out;
    std::string err;

    /// The answer as JSON; fails the test when it is none.
    nlohmann::json json() const;
};

/// Runs medicobusctl with these arguments, LC_ALL set to `locale`, and waits for it.
Ran run(const std::vector<std::string>& arguments, const std::string& locale = "fr_FR.UTF-8");

/// A folder of its own for one test, removed after it.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    const std::filesystem::path& folder() const { return m_folder; }
    std::string write(const std::string& name, const std::string& content) const;
    std::string read(const std::string& name) const;

private:
    std::filesystem::path m_folder;
};

} // namespace medicobus::testing
