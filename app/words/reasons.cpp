// SPDX-License-Identifier: EUPL-1.2
#include "words/reasons.h"

#include "words/format.h"
#include "words/sentence.h"
#include "words/table/reason_entry.h"
#include "words/template.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::words {
namespace {

const ReasonEntry* findEntry(std::span<const ReasonEntry> words, std::string_view code) {
    const auto at = std::ranges::find(words, code, &ReasonEntry::code);
    return at == words.end() ? nullptr : &*at;
}

/// Sets figures in words, so that a template only has to place them.
class Speaker {
public:
    Speaker(const ReasonNames& names, Language language) : m_names(names), m_language(language) {}

    std::string say(const ReasonEntry& entry, const plan::ReasonSubject& subject,
                    const std::vector<plan::Figure>& figures) const {
        Error details{ErrorCode{entry.code}};
        const std::string_view about =
            subject.series.empty() ? std::string_view(subject.site.value) : std::string_view();
        details.with("site", about.empty() ? std::string() : place(about));
        details.with("commune", commune(subject.commune.value));
        for (const plan::Figure& figure : figures) {
            if (figure.name == "limit" && figure.unit == plan::units::limit) {
                details.with("limit", limitWords(figure.id, figures));
            } else if (figure.name == "half_days") {
                details.with("half_days", pick(figure.value > 1 ? "une journée entière" : "une demi-journée",
                                               figure.value > 1 ? "a whole day" : "a half-day"));
            } else {
                details.with(figure.name, words(figure));
            }
        }
        addLead(subject, figures, details);
        return fill(m_language == Language::French ? entry.french : entry.english, details, m_language);
    }

private:
    std::string pick(std::string_view french, std::string_view english) const {
        return std::string(m_language == Language::French ? french : english);
    }

    std::string words(const plan::Figure& figure) const {
        namespace units = plan::units;
        if (!figure.id.empty()) {
            return name(figure);
        }
        if (figure.unit == units::share) {
            return percent(figure.value, m_language, 1);
        }
        if (figure.unit == units::points && figure.name != "total" && figure.name != "bound"
            && !figure.name.starts_with("total_")) {
            const double whole = m_names.plan.score.worth;
            return percent(whole > 0 ? figure.value / whole : 0, m_language, 2);
        }
        if (figure.unit == units::minutesYear) {
            return number(figure.value / 60, m_language).append("\u00a0h");
        }
        if (figure.unit == units::clock) {
            return timeOfDay(TimeOfDay(static_cast<int>(figure.value)), m_language);
        }
        return number(figure.value, m_language, figure.unit == units::points ? 1 : 0);
    }

    std::string name(const plan::Figure& figure) const {
        namespace units = plan::units;
        if (figure.unit == units::site) {
            return place(figure.id);
        }
        if (figure.unit == units::commune) {
            return commune(figure.id);
        }
        if (figure.unit == units::series) {
            return series(figure.id);
        }
        if (figure.unit == units::weekday) {
            return weekday(figure.id);
        }
        if (figure.unit == units::session) {
            return sessionName({figure.id}, m_language);
        }
        if (figure.unit == units::rule) {
            return sentenceOf(Error(ErrorCode{figure.id}), m_language).what;
        }
        return figure.unit == units::field ? fields(figure.id) : figure.id;
    }

    std::string place(std::string_view id) const {
        const plan::SiteKey key{std::string(id)};
        const plan::Site* site = m_names.scenario.findSite(key);
        if (!site && m_names.scenarioBefore) {
            site = m_names.scenarioBefore->findSite(key);
        }
        return site ? placeName(*site) : key.value;
    }

    std::string commune(const std::string& insee) const {
        const auto& communes = m_names.scenario.territory.communes;
        const auto at = std::ranges::find(communes, territory::InseeCode{insee}, &territory::Commune::insee);
        return at == communes.end() || at->name.empty() ? insee : at->name;
    }

    std::string weekday(const std::string& code) const {
        const auto day = parseWeekday(code);
        return day ? std::string(weekdayName(*day, m_language)) : code;
    }

    std::string series(const std::string& id) const {
        const plan::Series* found = m_names.plan.findSeries({id});
        if (!found && m_names.planBefore) {
            found = m_names.planBefore->findSeries({id});
        }
        return found ? fmt::format("{}, {}, {}", place(found->site.value),
                                   weekdayName(found->weekday, m_language),
                                   sessionName(found->session, m_language))
                     : id;
    }

    std::string fields(const std::string& missing) const {
        std::string out;
        const auto note = [&](std::string_view field, std::string_view french, std::string_view english) {
            if (missing.find(field) != std::string::npos) {
                out += out.empty() ? "" : ", ";
                out += pick(french, english);
            }
        };
        note("apl", "l\u2019offre de consultations (APL)", "the supply of consultations (APL)");
        note("population", "le nombre d\u2019habitants", "the number of inhabitants");
        note("point", "la position sur la carte", "the position on the map");
        return out;
    }

    /// In a reason the limit is told with what it lacks, in a remedy by its name.
    std::string limitWords(const std::string& limit, const std::vector<plan::Figure>& figures) const {
        const auto excess = std::ranges::find(figures, "excess", &plan::Figure::name);
        const bool isFrench = m_language == Language::French;
        const std::string lacks =
            excess == figures.end() ? std::string() : number(excess->value, m_language).append("\u00a0min");
        if (limit == "work") {
            return fmt::format(fmt::runtime(pick("le travail dépasserait de {} les six heures sans pause",
                                                 "work would exceed six hours without a break by {}")),
                               lacks);
        }
        std::string what = pick("durée du travail", "length of the working day");
        if (limit == "driving") {
            what = pick("durée de conduite", "driving time");
        } else if (limit == "hours") {
            what = pick("horaires du bus, à chaque bout de la journée",
                        "hours of the bus, at each end of the day");
        } else if (limit == "all") {
            what = pick("travail, conduite et horaires à la fois", "work, driving and hours at once");
        }
        if (lacks.empty()) {
            return what;
        }
        return isFrench ? fmt::format("il manque {} ({})", lacks, what)
                        : fmt::format("{} are lacking ({})", lacks, what);
    }

    /// Who is left out, and the site that would serve them.
    void addLead(const plan::ReasonSubject& subject, const std::vector<plan::Figure>& figures,
                 Error& details) const {
        const auto site = std::ranges::find(figures, "site", &plan::Figure::name);
        const plan::Site* room = site == figures.end() ? nullptr : m_names.scenario.findSite({site->id});
        const bool isOfSite = !subject.site.empty();
        const std::string who = isOfSite ? place(subject.site.value) : commune(subject.commune.value);
        const bool isVisited = std::ranges::any_of(m_names.plan.series, [&](const plan::Series& series) {
            const plan::Site* visited = m_names.scenario.findSite(series.site);
            return visited && visited->insee == subject.commune;
        });
        details.with("lead",
                     who
                         + (isOfSite    ? pick(" n\u2019est pas retenu", " is not chosen")
                            : isVisited ? pick(" n\u2019est pas mieux desservie", " is served no better")
                                        : pick(" n\u2019a pas de halte", " has no session")));
        if (isOfSite) {
            details.with("place", pick("ce lieu", "this site"));
        } else if (room && room->insee == subject.commune) {
            details.with("place", pick("son lieu d\u2019accueil", "its own site"));
        } else if (room) {
            const auto way = std::ranges::find(figures, "minutes", &plan::Figure::name);
            const std::string drive = way == figures.end()
                                          ? std::string()
                                          : fmt::format(", {}\u00a0min", number(way->value, m_language));
            details.with("place", fmt::format("{} ({}{})",
                                              pick("le lieu à sa portée qui s\u2019y prête le mieux",
                                                   "the most suitable site in its reach"),
                                              placeName(*room), drive));
        }
    }

    const ReasonNames& m_names;
    Language m_language;
};

} // namespace

std::string reasonText(const plan::Reason& reason, const ReasonNames& names, Language language) {
    const ReasonEntry* entry = findEntry(reasonWords(), reason.code);
    return entry ? Speaker(names, language).say(*entry, reason.subject, reason.figures) : reason.code;
}

std::string remedyText(const plan::Remedy& remedy, const ReasonNames& names, Language language) {
    const ReasonEntry* entry = findEntry(remedyWords(), remedy.code);
    return entry ? Speaker(names, language).say(*entry, {}, remedy.figures) : remedy.code;
}

std::string_view valueExplained(Language language) {
    return language == Language::French ? "La valeur d\u2019un plan est le manque de soins qu\u2019il "
                                          "comble\u00a0; plus une commune en "
                                          "manque, plus chaque consultation y compte."
                                        : "The value of a plan is the lack of care that it makes up for; the "
                                          "more a commune lacks, the "
                                          "more each consultation counts there.";
}

bool hasReasonWords(std::string_view code) {
    return findEntry(reasonWords(), code) != nullptr;
}

bool hasRemedyWords(std::string_view code) {
    return findEntry(remedyWords(), code) != nullptr;
}

std::string placeName(const plan::Site& site) {
    if (site.commune.empty()) {
        return site.name.empty() ? site.id.value : site.name;
    }
    return site.name.empty() ? site.commune : fmt::format("{}, {}", site.commune, site.name);
}

std::string sessionName(const plan::SessionKey& session, Language language) {
    const bool isFrench = language == Language::French;
    if (session.value == "matin") {
        return isFrench ? "matin" : "morning";
    }
    if (session.value == "apres-midi") {
        return isFrench ? "après-midi" : "afternoon";
    }
    return session.value;
}

} // namespace medicobus::words
