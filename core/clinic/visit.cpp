// SPDX-License-Identifier: EUPL-1.2
#include "clinic/visit.h"

#include <algorithm>

namespace medicobus::clinic {

std::size_t charactersIn(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

namespace {

bool says(const Json& body, const char* key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_boolean() && found->get<bool>();
}

} // namespace

Result<void> checkComplete(const Visit& visit) {
    if (!visit.reason.isSet()) {
        return fault(codes::visitIncomplete, {{"key", "reason"}});
    }
    if (!visit.outcome.isSet()) {
        return fault(codes::visitIncomplete, {{"key", "outcome"}});
    }
    const std::size_t length = charactersIn(visit.note);
    if (length > noteLimit) {
        return fault(codes::noteTooLong,
                     {{"value", std::to_string(length)}, {"expected", std::to_string(noteLimit)}});
    }
    return {};
}

Json toJson(const Flags& flags) {
    return {{"no_declared_gp", flags.noDeclaredGp},
            {"long_term_illness", flags.longTermIllness},
            {"video_used", flags.videoUsed},
            {"needs_video", flags.needsVideo}};
}

Flags flagsFromJson(const Json& body) {
    return {says(body, "no_declared_gp"), says(body, "long_term_illness"), says(body, "video_used"),
            says(body, "needs_video")};
}

Json toJson(const Visit& visit) {
    Json sentTo = Json::array();
    for (const Coded<Orientation>& orientation : visit.orientations) {
        sentTo.push_back(orientation.code());
    }
    Json body{{"reason", visit.reason.code()},
              {"outcome", visit.outcome.code()},
              {"orientations", std::move(sentTo)},
              {"flags", toJson(visit.flags)}};
    for (const auto& [key, said] : {std::pair("prescription_renewed", visit.prescriptionRenewed),
                                    std::pair("found_gp", visit.foundGp)}) {
        if (said) {
            body[key] = true;
        }
    }
    if (!visit.note.empty()) {
        body["note"] = visit.note;
    }
    return body;
}

Result<Visit> visitFromJson(const Json& body) {
    JsonReader reader(body, "$", {});
    Visit visit;
    visit.reason = Reason::of(reader.text("reason", {}));
    visit.outcome = Coded<Outcome>::of(reader.text("outcome", {}));
    for (std::string& code : reader.texts("orientations")) {
        visit.orientations.push_back(Coded<Orientation>::of(std::move(code)));
    }
    visit.flags = flagsFromJson(reader.raw("flags"));
    visit.prescriptionRenewed = says(body, "prescription_renewed");
    visit.foundGp = says(body, "found_gp");
    visit.note = reader.text("note", {});
    if (!reader.ok()) {
        return Fault(reader.finish().error());
    }
    return visit;
}

} // namespace medicobus::clinic
