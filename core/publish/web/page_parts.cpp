// SPDX-License-Identifier: EUPL-1.2
#include "publish/web/page_parts.h"

#include "publish/french.h"

#include <fmt/format.h>

namespace medicobus::publish {

using plan::Occurrence;
using Status = Occurrence::Status;

Json text(const std::string& content) {
    return {{"text", content}};
}

Json frame(const Agenda& agenda, const std::string& root, const std::string& title) {
    const plan::Programme& programme = agenda.programme();
    Json model{
        {"title", title},
        {"description", title},
        {"root", root},
        {"programme", programme.name},
        {"isFictional", programme.isFictional},
        {"backLink", true},
        {"until", frenchDate(agenda.until())},
        {"updated", frenchDate(dateOf(agenda.updated())) + " à " + frenchTime(timeOf(agenda.updated()))},
        {"updatedIso", formatLocal(agenda.updated())}};
    if (!programme.organiser.empty()) {
        model["organiser"] = {{"name", programme.organiser}};
    }
    if (programme.booking.phone.empty()) {
        model["noPhone"] = true;
    } else {
        model["phone"] = {{"tel", programme.booking.phone}, {"shown", frenchPhone(programme.booking.phone)}};
    }
    if (!programme.booking.hours.empty()) {
        std::string hours = programme.booking.hours;
        // People write this by hand, with or without a capital.
        if (hours.front() >= 'a' && hours.front() <= 'z') {
            hours.front() = static_cast<char>(hours.front() - 'a' + 'A');
        }
        model["bookingHours"] = text(hours);
    }
    return model;
}

std::string because(const Occurrence& passage) {
    return passage.reason.empty() ? "" : "\u00a0: " + passage.reason;
}

namespace {

/// The word, and what stands after it; nothing for a passage that is as planned.
Json statusOf(const Occurrence& passage) {
    switch (passage.status) {
    case Status::ToConfirm:
        return {{"class", "toconfirm"}, {"word", "À confirmer"}, {"detail", because(passage)}};
    case Status::Moved:
        return {
            {"class", "moved"},
            {"word", "Déplacé"},
            {"detail", fmt::format(", était prévu le {} à {}{}", frenchDate(dateOf(passage.id.originalStart)),
                                   frenchTime(timeOf(passage.id.originalStart)), because(passage))}};
    case Status::Cancelled:
        return {{"class", "cancelled"}, {"word", "Annulé"}, {"detail", because(passage)}};
    case Status::Planned:
        break;
    }
    return nullptr;
}

} // namespace

Json visit(const Occurrence& passage) {
    Json model{{"iso", formatLocal(passage.start)},
               {"date", frenchDate(dateOf(passage.start))},
               {"day", frenchDayAndMonth(dateOf(passage.start))},
               {"hours", frenchHours(timeOf(passage.start), timeOf(passage.end))}};
    if (Json status = statusOf(passage); !status.is_null()) {
        model["status"] = std::move(status);
    }
    return model;
}

} // namespace medicobus::publish
