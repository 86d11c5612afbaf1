// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo/patients.h"

#include <fmt/format.h>

#include <array>

namespace medicobus::cli {
namespace {

constexpr std::array<FictionalPatient, 14> patients{
    {{"Aline", "Personne-Fictive", "1951-03-12", "0639980101"},
     {"Basile", "Exemplaire-Fictif", "1948-11-02", "0639980102"},
     {"Célimène", "Imaginaire", "1963-06-21", "0639980103"},
     {"Désiré", "Inventé-Detoutespièces", "1979-01-30", "0639980104"},
     {"Éponine", "Du-Roman", "1939-08-09", "0639980105"},
     {"Fulgence", "De-La-Fable", "1986-04-17", "0639980106"},
     {"Gwendoline", "Du-Conte", "1992-12-05", ""},
     {"Hippolyte", "De-La-Légende", "1957-09-28", "0639980108"},
     {"Isaure", "Démonstration", "2001-02-14", "0639980109"},
     {"Jocrisse", "Du-Théâtre", "1944-07-19", ""},
     {"Léontine", "Chimère-Fictive", "1971-10-11", "0639980111"},
     {"Mardochée", "Du-Mirage", "1968-05-03", "0639980112"},
     {"Nymphe", "Du-Songe", "2016-03-08", "0639980113"},
     {"Onésime", "N'existe-Pas", "1955-12-24", "0639980114"}}};

} // namespace

std::string FictionalPatient::fullName() const {
    return fmt::format("{} {}", givenName, familyName);
}

Result<clinic::PatientDetails> FictionalPatient::details() const {
    const auto birth = parseDate(birthDate);
    const auto number = clinic::normalPhone(phone);
    if (!birth || !number) {
        return Fault(birth ? number.error() : birth.error());
    }
    return clinic::PatientDetails{std::string(familyName), std::string(givenName), *birth, *number, {}};
}

std::span<const FictionalPatient> fictionalPatients() {
    return patients;
}

} // namespace medicobus::cli
