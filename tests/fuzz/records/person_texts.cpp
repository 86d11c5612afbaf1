// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"
#include "clinic/appointment.h"
#include "tests/fuzz/fuzz.h"
#include "vault/search/phonetic.h"
#include "vault/search/query.h"

namespace medicobus::fuzz {
namespace {

/// What people type.
void tryTyped(std::string_view bytes) {
    if (const auto phone = clinic::normalPhone(bytes); isRead(phone)) {
        require(clinic::normalPhone(*phone) == *phone, "a normal phone stays as it is");
        require(phone->empty() || clinic::normalPhone(clinic::displayPhone(*phone)) == *phone,
                "a phone reads back from its display");
    }
    if (const auto date = clinic::parseBirthDate(bytes); isRead(date)) {
        require(clinic::parseBirthDate(formatDate(*date)) == *date, "a birth date reads back");
        clinic::ageOn(*date, parseDate("2027-03-01").value());
    }
    vault::readQuery(bytes);
    vault::soundOf(bytes);
}

/// What was sealed and is opened again, perhaps by an older version.
void tryBodies(std::string_view bytes) {
    const Json body = Json::parse(bytes, nullptr, false);
    if (body.is_discarded()) {
        return;
    }
    if (const auto details = clinic::patientFromJson(body); isRead(details)) {
        require(clinic::patientFromJson(clinic::toJson(*details)) == *details, "a person reads back");
        isRead(clinic::checked(*details, parseDate("2027-03-01").value()));
    }
    if (const auto visit = clinic::visitFromJson(body); isRead(visit)) {
        require(clinic::visitFromJson(clinic::toJson(*visit)) == *visit, "a visit reads back");
        isRead(clinic::checkComplete(*visit));
    }
}

} // namespace

void feed(std::string_view bytes) {
    tryTyped(bytes);
    tryBodies(bytes);
}

} // namespace medicobus::fuzz
