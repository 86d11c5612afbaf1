// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"
#include "tests/simulation/oracle/promises.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// What a device said to the person in front of it, one line each, fields separated by tabs:
//
//   line := nanoseconds what fields        of the machine's own clock, the same for all processes
//   stored   chain seq hash                a change is kept
//   acked    chain seq                     a hub has everything up to here
//   synced   chain seq                     "Synchronisé" was shown, this being the last change
//   shown    appointment claim place asked the claim that is confirmed, or nothing; those that wait, by
//   spaces erased   patient refused  code
//
// A line is written in one piece and only after what it tells has happened, so that a kill loses lines and
// never invents one.

namespace medicobus::testing {

struct Told {
    std::int64_t at = 0;
    std::string what;
    std::vector<std::string> fields;
};

/// Appends what was told to a file that several lives of a process share.
class Teller {
public:
    explicit Teller(const std::filesystem::path& file);
    ~Teller();
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;

    void tell(const std::string& what, const std::vector<std::string>& fields) const;

private:
    int m_file;
};

/// The whole lines of such a file; the last one may have been cut by a kill.
std::vector<Told> readTold(const std::filesystem::path& file);

} // namespace medicobus::testing
