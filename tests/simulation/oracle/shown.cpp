// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/oracle/shown.h"

#include "clinic/appointment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace medicobus::simulation {

std::map<std::string, Shown> shownBy(const journal::Journal& journal) {
    std::map<std::string, Shown> all;
    SQLite::Statement known(journal.reader(), "SELECT id FROM clinic_appointment");
    while (known.executeStep()) {
        all[known.getColumn(0).getString()];
    }
    SQLite::Statement select(journal.reader(), "SELECT appointment, operation, claim, occurrence, slot, seat "
                                               "FROM clinic_hold");
    const std::string requested = clinic::Coded(clinic::Claim::Requested).code();
    while (select.executeStep()) {
        Shown& shown = all[select.getColumn(0).getString()];
        const std::string claim = select.getColumn(1).getString();
        if (select.getColumn(2).getString() == requested) {
            shown.asked.insert(claim);
        } else {
            shown.claim = claim;
            shown.place = fmt::format("{} slot {} seat {}", select.getColumn(3).getString(),
                                      select.getColumn(4).getInt(), select.getColumn(5).getInt());
        }
    }
    return all;
}

} // namespace medicobus::simulation
