// SPDX-License-Identifier: EUPL-1.2
#include "cli/inputs.h"

#include "plan/scenario.h"
#include "platform/clock/system_clock.h"
#include "territory/admidep.h"
#include "territory/commune_reader.h"

namespace medicobus::cli {
namespace {

Fault changeFault(std::string_view text, std::string expected) {
    return fault(codes::cliChange, {{"value", std::string(text)}, {"expected", std::move(expected)}});
}

} // namespace

Result<territory::Territory> loadTerritory(const std::string& name) {
    if (name == plan::embeddedTerritory) {
        return territory::admidep();
    }
    return territory::readCommunes(name);
}

Result<plan::Closure> parseClosure(std::string_view text) {
    const auto refuse = [&] { return changeFault(text, "SITE=2027-07-01..2027-07-14"); };
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return refuse();
    }
    const std::string_view days = text.substr(equals + 1);
    const std::size_t dots = days.find("..");
    const auto from = parseDate(days.substr(0, dots));
    const auto until = dots == std::string_view::npos ? from : parseDate(days.substr(dots + 2));
    if (!from || !until || *until < *from) {
        return refuse();
    }
    return plan::Closure{{std::string(text.substr(0, equals))}, *from, *until, {}};
}

Result<plan::Override> parseMove(std::string_view text) {
    const std::size_t equals = text.find('=');
    const auto passage = plan::OccurrenceId::parse(text.substr(0, equals));
    const auto start = equals == std::string_view::npos ? Result<LocalTime>(fault(codes::cliChange))
                                                        : parseLocal(text.substr(equals + 1));
    if (!passage || !start) {
        return changeFault(text, "SERIE@2027-03-02T09:00=2027-03-03T14:00");
    }
    plan::Override move;
    move.occurrence = *passage;
    move.kind = plan::Override::Kind::Moved;
    move.start = *start;
    return move;
}

Result<Date> today() {
    return toParis(platform::SystemClock().now()).map([](LocalTime now) { return dateOf(now); });
}

} // namespace medicobus::cli
