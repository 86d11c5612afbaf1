// SPDX-License-Identifier: EUPL-1.2
#include "words/reasons.h"

#include <gmock/gmock.h>

namespace medicobus::words {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Two places, of which the plan visits one every Thursday morning.
class ReasonWords : public ::testing::Test {
protected:
    ReasonWords() {
        for (const auto& [insee, name] : {std::pair("62024", "Alquines"), std::pair("62506", "Licques")}) {
            territory::Commune commune;
            commune.insee = {insee};
            commune.name = name;
            m_scenario.territory.communes.push_back(commune);
            plan::Site site;
            site.id = {std::string(insee).append("-1")};
            site.insee = commune.insee;
            site.commune = name;
            m_scenario.sites.push_back(site);
        }
        plan::Series series;
        series.id = {"s1"};
        series.site = {"62506-1"};
        series.weekday = Weekday::Thursday;
        series.session = {"matin"};
        m_plan.series = {series};
        m_plan.score.worth = 200;
    }

    std::string say(const plan::Reason& reason, Language language) const {
        return reasonText(reason, {m_scenario, m_plan}, language);
    }

    plan::Scenario m_scenario;
    plan::Plan m_plan;
};

plan::Figure figure(std::string_view name, std::string_view unit, double value) {
    return {std::string(name), std::string(unit), value, {}};
}

plan::Figure named(std::string_view name, std::string_view unit, std::string id) {
    return {std::string(name), std::string(unit), 0, std::move(id)};
}

/// A figure of the form, with something that exists where it names something.
plan::Figure sample(const plan::FigureForm& form) {
    const std::vector<std::pair<std::string_view, std::string>> ids{
        {plan::units::site, "62506-1"},   {plan::units::commune, "62024"},
        {plan::units::series, "s1"},      {plan::units::bus, "B1"},
        {plan::units::weekday, "TH"},     {plan::units::session, "matin"},
        {plan::units::limit, "duty"},     {plan::units::rule, "rule1.opening"},
        {plan::units::field, "apl point"}};
    for (const auto& [unit, id] : ids) {
        if (unit == form.unit) {
            return named(form.name, form.unit, id);
        }
    }
    return figure(form.name, form.unit, 12.34);
}

std::vector<plan::Figure> samples(const plan::ReasonForm& form, bool withOptional) {
    std::vector<plan::Figure> figures;
    for (const plan::FigureForm& each : form.figures) {
        if (each.isAlways || withOptional) {
            figures.push_back(sample(each));
        }
    }
    return figures;
}

void expectWhole(std::string_view code, const std::string& text) {
    for (const char* hole : {"…", "{", "}", "[", "]"}) {
        EXPECT_THAT(text, Not(HasSubstr(hole))) << code;
    }
    EXPECT_TRUE(text.ends_with(".")) << code << ' ' << text;
    for (const char* jargon : {"lambda", "severity", "LP", "dual", "series"}) {
        EXPECT_THAT(text, Not(HasSubstr(jargon))) << code;
    }
}

TEST_F(ReasonWords, EveryReasonIsSaidWholeInBothLanguages) {
    for (const plan::ReasonForm& form : plan::reasonForms()) {
        ASSERT_TRUE(hasReasonWords(form.code)) << form.code;
        for (const bool withOptional : {true, false}) {
            plan::Reason reason;
            reason.code = form.code;
            reason.subject.commune = {"62024"};
            if (form.code.starts_with("site.") || form.code == plan::reasons::noNeed) {
                reason.subject.site = {"62506-1"};
            }
            reason.figures = samples(form, withOptional);
            const std::string french = say(reason, Language::French);
            const std::string english = say(reason, Language::English);
            expectWhole(form.code, french);
            expectWhole(form.code, english);
            EXPECT_NE(french, english) << form.code;
        }
    }
}

TEST_F(ReasonWords, EveryRemedyIsSaidWholeInBothLanguages) {
    for (const plan::ReasonForm& form : plan::remedyForms()) {
        ASSERT_TRUE(hasRemedyWords(form.code)) << form.code;
        const plan::Remedy remedy{std::string(form.code), samples(form, true)};
        const std::string french = remedyText(remedy, {m_scenario, m_plan}, Language::French);
        const std::string english = remedyText(remedy, {m_scenario, m_plan}, Language::English);
        expectWhole(form.code, french);
        expectWhole(form.code, english);
        EXPECT_NE(french, english) << form.code;
    }
}

TEST_F(ReasonWords, SaysWhatASiteIsWorth) {
    plan::Reason reason;
    reason.code = plan::reasons::siteValue;
    reason.subject.site = {"62506-1"};
    reason.figures = {figure("worth_lost", plan::units::points, 8.2),
                      figure("worth_share", plan::units::share, 0.041),
                      figure("consultations_lost", plan::units::consultationsYear, 1612.4),
                      figure("driving_saved", plan::units::minutesYear, 630),
                      figure("half_days_year", plan::units::count, 46),
                      figure("communes", plan::units::count, 12)};
    EXPECT_THAT(say(reason, Language::French),
                HasSubstr("Retirer Licques ferait perdre 1\u202f612 consultations par an "
                          "(4,1\u00a0% de la valeur du plan) et épargnerait 11\u00a0h de route."));
}

TEST_F(ReasonWords, SaysWhyACommuneIsLeftOut) {
    plan::Reason reason;
    reason.code = plan::reasons::opening;
    reason.subject.commune = {"62024"};
    reason.figures = {
        figure("need", plan::units::consultationsYear, 1658), named("site", plan::units::site, "62506-1"),
        figure("minutes", plan::units::minutes, 10.9), figure("longest", plan::units::minutes, 90),
        figure("needed", plan::units::minutes, 180)};
    EXPECT_EQ(
        say(reason, Language::French),
        "Alquines n\u2019a pas de halte\u00a0: le lieu à sa portée qui s\u2019y prête le mieux (Licques, "
        "11\u00a0min) n\u2019ouvre pas assez longtemps les jours où un bus roule (90 min de suite dans "
        "une demi-journée, il en faut 180).");
    reason.subject.site = {"62506-1"};
    EXPECT_THAT(say(reason, Language::English), HasSubstr("Licques is not chosen: this site does not open"));
}

TEST_F(ReasonWords, TellsWorthAsAShareOfThePlan) {
    plan::Reason reason;
    reason.code = plan::reasons::worthLess;
    reason.subject.commune = {"62024"};
    reason.figures = {named("site", plan::units::site, "62024-1"),
                      figure("minutes", plan::units::minutes, 0),
                      figure("half_days", plan::units::count, 1),
                      figure("worth", plan::units::points, 3),
                      named("instead_of", plan::units::series, "s1"),
                      named("instead_of_site", plan::units::site, "62506-1"),
                      figure("displaced_worth", plan::units::points, 5),
                      figure("difference", plan::units::points, 2),
                      figure("difference_share", plan::units::share, 0.01)};
    EXPECT_EQ(
        say(reason, Language::English),
        "Alquines has no session: for its own site, the best possible session (a half-day) would be worth "
        "1.50% of the plan\u2019s value, against 2.50% for what would be given up (Licques, Thursday, "
        "morning). It falls 1.0% short.");
}

TEST_F(ReasonWords, NamesACodeWithoutWords) {
    plan::Reason reason;
    reason.code = "a_later_code";
    EXPECT_EQ(say(reason, Language::French), "a_later_code");
}

} // namespace
} // namespace medicobus::words
