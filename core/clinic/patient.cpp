// SPDX-License-Identifier: EUPL-1.2
#include "clinic/patient.h"

#include <algorithm>
#include <cctype>

namespace medicobus::clinic {

namespace {

constexpr date::years oldestAge{130};

std::string trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isInsee(std::string_view code) {
    if (code.size() != 5 || !allDigits(code.substr(2)) || !isDigit(code[0])) {
        return false;
    }
    return isDigit(code[1]) || code[1] == 'A' || code[1] == 'B';
}

} // namespace

Result<Date> parseBirthDate(std::string_view text) {
    const std::string trim = trimmed(text);
    const auto refused = [&trim] {
        return fault(codes::birthDate, {{"key", "birth_date"}, {"value", trim}, {"expected", "12/03/1951"}});
    };
    if (trim.size() == 10 && trim[4] == '-') {
        const Result<Date> iso = parseDate(trim);
        return iso ? iso : refused();
    }
    std::string digits = trim;
    if (trim.size() == 10) {
        const char mark = trim[2];
        if (mark != trim[5] || std::string_view("/ .-").find(mark) == std::string_view::npos) {
            return refused();
        }
        digits = trim.substr(0, 2) + trim.substr(3, 2) + trim.substr(6);
    }
    if (digits.size() != 8 || !allDigits(digits)) {
        return refused();
    }
    const Result<Date> day =
        parseDate(digits.substr(4) + "-" + digits.substr(2, 2) + "-" + digits.substr(0, 2));
    return day ? day : refused();
}

int ageOn(Date birthDate, Date on) {
    const date::year_month_day born{birthDate};
    const date::year_month_day then{on};
    int age = static_cast<int>(then.year()) - static_cast<int>(born.year());
    if (then.month() / then.day() < born.month() / born.day()) {
        --age;
    }
    return age;
}

Result<PatientDetails> checked(PatientDetails details, Date today) {
    details.familyName = trimmed(details.familyName);
    details.givenName = trimmed(details.givenName);
    for (const auto& [key, name] :
         {std::pair("family_name", &details.familyName), std::pair("given_name", &details.givenName)}) {
        if (name->empty()) {
            return fault(codes::nameMissing, {{"key", key}});
        }
    }
    if (details.birthDate) {
        const date::year_month_day oldest = date::year_month_day(today) - oldestAge;
        if (*details.birthDate > today || date::year_month_day(*details.birthDate) < oldest) {
            return fault(codes::birthDate,
                         {{"key", "birth_date"}, {"value", formatDate(*details.birthDate)}});
        }
    }
    Result<std::string> phone = normalPhone(details.phone);
    if (!phone) {
        return Fault(std::move(phone.error()));
    }
    details.phone = std::move(*phone);
    details.commune = trimmed(details.commune);
    if (!details.commune.empty() && !isInsee(details.commune)) {
        return fault(codes::commune, {{"key", "commune"}, {"value", details.commune}});
    }
    return details;
}

Json toJson(const PatientDetails& details) {
    Json body{{"family_name", details.familyName}, {"given_name", details.givenName}};
    if (details.birthDate) {
        body["birth_date"] = formatDate(*details.birthDate);
    }
    if (!details.phone.empty()) {
        body["phone"] = details.phone;
    }
    if (!details.commune.empty()) {
        body["commune"] = details.commune;
    }
    return body;
}

Result<PatientDetails> patientFromJson(const Json& body) {
    JsonReader reader(body, "$", {});
    PatientDetails details;
    details.familyName = reader.text("family_name");
    details.givenName = reader.text("given_name");
    details.phone = reader.text("phone", {});
    details.commune = reader.text("commune", {});
    const std::string birth = reader.text("birth_date", {});
    if (!birth.empty()) {
        if (const Result<Date> day = parseDate(birth)) {
            details.birthDate = *day;
        } else {
            reader.fail(codes::birthDate, "birth_date", birth);
        }
    }
    // A key that a newer device added is no error: it stays in the journal.
    if (!reader.ok()) {
        return Fault(reader.finish().error());
    }
    return details;
}

} // namespace medicobus::clinic
