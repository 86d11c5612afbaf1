// SPDX-License-Identifier: EUPL-1.2
#include "markup.h"
#include "publish/french.h"
#include "publish/pages.h"
#include "sample_programme.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace medicobus::publish {
namespace {

using testing::day;
using testing::Element;
using ::testing::HasSubstr;
using testing::named;
using ::testing::Not;
using testing::readMarkup;
using testing::sampleProgramme;
using testing::utc;

class Pages : public ::testing::Test {
protected:
    Agenda agenda() const {
        auto made = Agenda::make(m_programme, m_from, m_until, m_stamp, m_links);
        EXPECT_TRUE(made);
        return *made;
    }
    std::string page(const std::string& insee) const {
        auto made = communePage(agenda(), {insee});
        EXPECT_TRUE(made);
        return *made;
    }
    /// The text that a reader of the whole body meets.
    static std::string body(const std::string& html) { return named(readMarkup(html), "body").at(0).text; }
    static std::vector<std::string> times(const std::string& html) {
        std::vector<std::string> all;
        for (const Element& element : named(readMarkup(html), "time")) {
            all.push_back(element.attribute("datetime"));
        }
        return all;
    }

    plan::Programme m_programme = sampleProgramme();
    Date m_from = day("2027-03-01");
    Date m_until = day("2027-08-31");
    Instant m_stamp = utc("2027-02-26T17:05");
    PublicLinks m_links;
};

TEST_F(Pages, TellTheNextVisitWhereAndHowToBook) {
    const std::string text = body(page("99001"));
    EXPECT_THAT(text, HasSubstr("mardi 2 mars 2027"));
    EXPECT_THAT(text, HasSubstr("de 9\u00a0h à 12\u00a0h"));
    EXPECT_THAT(text, HasSubstr("Salle communale, 2 rue de l’Église, face à la pharmacie"));
    EXPECT_THAT(text, HasSubstr("Appeler le 02\u00a061\u00a091\u00a000\u00a001"));
    EXPECT_THAT(text, HasSubstr("Du lundi au vendredi"));
    EXPECT_THAT(text, HasSubstr("À jour du vendredi 26 février 2027 à 18\u00a0h\u00a005"));
    const auto links = named(readMarkup(page("99001")), "a");
    EXPECT_EQ(std::count_if(links.begin(), links.end(),
                            [](const Element& link) { return link.attribute("href") == "tel:+33261910001"; }),
              1);
}

TEST_F(Pages, HoldEveryPassageOfEveryCommune) {
    for (const plan::Occurrence& passage : plan::occurrences(m_programme, m_from, m_until)) {
        const auto all = times(page(m_programme.findSite(passage.site)->insee.value));
        EXPECT_THAT(all, ::testing::Contains(formatLocal(passage.start)));
    }
}

TEST_F(Pages, SayInWordsWhatIsMovedCancelledOrToConfirm) {
    const std::string moved = body(page("99001"));
    EXPECT_THAT(
        moved, HasSubstr("Le passage du mardi 9 mars 2027 est déplacé au mercredi 10 mars 2027, de 14\u00a0h "
                         "à 17\u00a0h\u00a0: travaux dans la salle."));
    EXPECT_THAT(moved, HasSubstr("Déplacé, était prévu le mardi 9 mars 2027"));
    const std::string cancelled = body(page("99002"));
    EXPECT_THAT(cancelled, HasSubstr("Le passage du jeudi 18 mars 2027 est annulé\u00a0: bus au garage."));
    EXPECT_THAT(cancelled, HasSubstr("Annulé\u00a0: bus au garage"));
    EXPECT_THAT(cancelled, HasSubstr("À confirmer"));
}

TEST_F(Pages, NeverTellACancelledPassageAsTheNextOne) {
    m_from = day("2027-07-01");
    m_programme.closures.front().from = day("2027-07-01");
    const std::string html = page("99003");
    const auto sections = named(readMarkup(html), "section");
    const auto card = std::find_if(sections.begin(), sections.end(), [](const Element& section) {
        return section.attribute("class") == "card";
    });
    ASSERT_NE(card, sections.end());
    EXPECT_THAT(card->text, HasSubstr("juillet 2027"));
    EXPECT_THAT(card->text, Not(HasSubstr("Annulé")));
    EXPECT_THAT(card->text, HasSubstr("vendredi 30 juillet 2027"));
}

TEST_F(Pages, SendACommuneWithoutAHaltToTheNearestOne) {
    const std::string html = page("99004");
    const std::string text = body(html);
    const Meters away = greatCircle({50.7765, 1.8280}, {50.7307, 1.9920});
    EXPECT_THAT(text, HasSubstr("ne s’arrête pas dans cette commune"));
    EXPECT_THAT(text, HasSubstr("Saint-Germain-de-la-Coudre-sur-Ancre, à " + frenchDistance(away)));
    EXPECT_THAT(times(html), ::testing::Contains("2027-03-02T09:00"));
    EXPECT_THAT(
        text,
        HasSubstr("Le passage du mardi 9 mars 2027 (Saint-Germain-de-la-Coudre-sur-Ancre) est déplacé"));
}

TEST_F(Pages, TellTwoSitesOfOneCommuneApart) {
    const std::string text = body(page("99002"));
    EXPECT_THAT(text, HasSubstr("– Mairie"));
    EXPECT_THAT(text, HasSubstr("– Salle des fêtes; annexe"));
}

TEST_F(Pages, LeaveOutWhatIsOverOnTheDayItself) {
    m_from = day("2027-03-02");
    m_stamp = utc("2027-03-02T11:30");
    EXPECT_THAT(times(page("99001")), Not(::testing::Contains("2027-03-02T09:00")));
    m_stamp = utc("2027-03-02T10:30");
    EXPECT_THAT(times(page("99001")), ::testing::Contains("2027-03-02T09:00"));
}

TEST_F(Pages, SayClearlyThatNothingIsPlanned) {
    m_programme.series.clear();
    EXPECT_THAT(body(page("99001")), HasSubstr("Pas de passage prévu pour le moment"));
    EXPECT_THAT(body(indexPage(agenda())), HasSubstr("Aucun passage n’est annoncé"));
    m_programme = plan::Programme();
    EXPECT_THAT(body(indexPage(agenda())), HasSubstr("Aucun passage n’est annoncé"));
    EXPECT_EQ(communePage(agenda(), {"99001"}).error().code(), codes::publishUnknownCommune);
}

TEST_F(Pages, EscapeEveryNameTheyAreGiven) {
    const std::string nasty = "<script>alert('1')</script> & \"guillemets\" {{commune}} </style>";
    m_programme.name = nasty;
    m_programme.organiser = nasty;
    m_programme.booking.hours = nasty;
    m_programme.booking.phone = "\" onclick=\"x";
    for (plan::Site& site : m_programme.sites) {
        site.name = site.address = site.commune = nasty;
    }
    for (plan::CommunePoint& commune : m_programme.communes) {
        commune.name = nasty;
    }
    for (plan::Override& change : m_programme.overrides) {
        change.reason = nasty;
    }
    for (const std::string& html :
         {page("99001"), page("99002"), page("99004"), indexPage(agenda()), accessibilityPage(agenda())}) {
        const auto elements = readMarkup(html);
        EXPECT_THAT(named(elements, "body").at(0).text, HasSubstr(nasty));
        EXPECT_LE(named(elements, "script").size(), 1U);
        for (const Element& element : elements) {
            EXPECT_FALSE(element.attributes.contains("onclick"));
        }
    }
}

TEST_F(Pages, StandAloneWithoutScriptsOrOtherFiles) {
    for (const std::string& html : {page("99001"), page("99004"), indexPage(agenda())}) {
        for (const Element& element : readMarkup(html)) {
            EXPECT_FALSE(element.attributes.contains("src")) << element.name;
            EXPECT_NE(element.name, "link");
            EXPECT_TRUE(element.name != "script" || element.attribute("type") == "application/ld+json");
        }
        EXPECT_THAT(html, Not(HasSubstr("@import")));
        EXPECT_THAT(html, Not(HasSubstr("url(")));
    }
}

TEST_F(Pages, HaveOneTitleLandmarksAndNamedSections) {
    for (const std::string& html :
         {page("99001"), page("99002"), page("99004"), indexPage(agenda()), accessibilityPage(agenda())}) {
        const auto elements = readMarkup(html);
        EXPECT_EQ(elements.front().attribute("lang"), "fr");
        EXPECT_EQ(named(elements, "h1").size(), 1U);
        for (const char* landmark : {"header", "main", "footer"}) {
            EXPECT_EQ(named(elements, landmark).size(), 1U) << landmark;
        }
        std::set<std::string> ids;
        for (const Element& element : elements) {
            const std::string id = element.attribute("id");
            EXPECT_TRUE(id.empty() || ids.insert(id).second) << "twice: " << id;
        }
        for (const Element& element : elements) {
            const std::string label = element.attribute("aria-labelledby");
            EXPECT_TRUE(label.empty() || ids.contains(label)) << label;
            const std::string href = element.attribute("href");
            EXPECT_TRUE(!href.starts_with("#") || ids.contains(href.substr(1))) << href;
        }
    }
}

TEST_F(Pages, MarkAFictionalProgrammeEverywhere) {
    m_programme.isFictional = true;
    for (const std::string& html : {page("99001"), page("99004"), indexPage(agenda())}) {
        EXPECT_THAT(body(html), HasSubstr("Programme fictif"));
        EXPECT_THAT(html, HasSubstr("noindex"));
    }
    m_programme.isFictional = false;
    EXPECT_THAT(page("99001"), Not(HasSubstr("fictif")));
}

TEST_F(Pages, DescribeTheStopToSearchEngines) {
    const auto scripts = named(readMarkup(page("99001")), "script");
    ASSERT_EQ(scripts.size(), 1U);
    const auto data = nlohmann::json::parse(scripts[0].text);
    EXPECT_EQ(data.at("@type"), "MedicalClinic");
    EXPECT_EQ(data.at("areaServed").at("identifier"), "99001");
    const auto& events = data.at("event");
    EXPECT_EQ(events.at(0).at("startDate"), "2027-03-02T09:00:00+01:00");
    EXPECT_EQ(events.at(0).at("eventStatus"), "https://schema.org/EventScheduled");
    EXPECT_EQ(events.at(1).at("eventStatus"), "https://schema.org/EventRescheduled");
    EXPECT_EQ(events.at(1).at("previousStartDate"), "2027-03-09T09:00:00+01:00");
    EXPECT_EQ(events.at(5).at("startDate"), "2027-04-06T09:00:00+02:00");
    const auto other = nlohmann::json::parse(named(readMarkup(page("99002")), "script").at(0).text);
    EXPECT_THAT(other.dump(), HasSubstr("https://schema.org/EventCancelled"));
}

TEST_F(Pages, OfferTheCalendarByTwoWaysOnceTheAddressIsKnown) {
    EXPECT_THAT(page("99001"), HasSubstr("href=\"../calendriers/99001-1.ics\""));
    EXPECT_THAT(page("99001"), Not(HasSubstr("webcal:")));
    m_links.base = "https://bus.example.fr/";
    EXPECT_THAT(page("99001"), HasSubstr("href=\"webcal://bus.example.fr/calendriers/99001-1.ics\""));
}

TEST_F(Pages, ListEveryCommuneUnderItsLetterWithoutAccents) {
    const auto elements = readMarkup(indexPage(agenda()));
    std::vector<std::string> order;
    for (const Element& element : elements) {
        if (element.attribute("id").starts_with("lettre-")) {
            order.push_back(element.text);
        }
    }
    EXPECT_THAT(order, ::testing::ElementsAre("B", "E", "L", "S", "Z"));
    for (const plan::CommunePoint& commune : m_programme.communes) {
        EXPECT_THAT(indexPage(agenda()), HasSubstr("href=\"communes/" + commune.insee.value + ".html\""));
    }
}

} // namespace
} // namespace medicobus::publish
