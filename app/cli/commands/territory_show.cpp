// SPDX-License-Identifier: EUPL-1.2
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/table.h"
#include "territory/need.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::cli {
namespace {

using territory::Commune;

/// One indicator of a territory and how many communes have it.
struct Coverage {
    std::string_view key;
    std::string_view french;
    std::string_view english;
    bool (*isKnown)(const Commune&);
};
constexpr std::array<Coverage, 7> coverages{
    {{"population", "population", "population", [](const Commune& c) { return c.population.has_value(); }},
     {"point", "position", "position", [](const Commune& c) { return c.point.has_value(); }},
     {"apl", "APL (accès aux généralistes)", "APL (access to GPs)",
      [](const Commune& c) { return c.apl.has_value(); }},
     {"zoning", "zonage de l'ARS", "ARS zoning", [](const Commune& c) { return c.zoning.has_value(); }},
     {"share_65", "part des 65 ans et plus", "share aged 65 and over",
      [](const Commune& c) { return c.share65.has_value(); }},
     {"emergency_minutes", "minutes aux urgences", "minutes to emergency care",
      [](const Commune& c) { return c.emergencyTime.has_value(); }},
     {"pharmacy_minutes", "minutes à la pharmacie", "minutes to a pharmacy",
      [](const Commune& c) { return c.pharmacyTime.has_value(); }}}};

/// `territory show TERRITORY`: what is known of a territory and what is missing.
class TerritoryShowCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        CLI::App* group =
            app.add_subcommand("territory", std::string(console.pick("Territoires", "Territories")));
        group->require_subcommand(1);
        CLI::App* command = group->add_subcommand(
            "show",
            std::string(console.pick("Dit ce qui est connu d'un territoire", "Tell what is known of one")));
        command
            ->add_option(
                "TERRITORY", m_territory,
                std::string(console.pick("Fichier des communes, ou admidep", "File of communes, or admidep")))
            ->required();
        return group;
    }

    Exit run(const Console& console) override {
        const auto territory = loadTerritory(m_territory);
        if (!territory) {
            return console.fail(territory.error());
        }
        double population = 0;
        for (const Commune& commune : territory->communes) {
            population += commune.population.value_or(0);
        }
        if (console.isJson) {
            console.answer(toJson(*territory, population));
        } else {
            tell(console, *territory, population);
        }
        return Exit::Done;
    }

private:
    static std::size_t knownCount(const territory::Territory& territory, const Coverage& coverage) {
        return static_cast<std::size_t>(
            std::count_if(territory.communes.begin(), territory.communes.end(), coverage.isKnown));
    }

    static OrderedJson toJson(const territory::Territory& territory, double population) {
        OrderedJson known = OrderedJson::object();
        for (const Coverage& coverage : coverages) {
            known[std::string(coverage.key)] = knownCount(territory, coverage);
        }
        return {{"source", territory.source},
                {"fictional", territory.isFictional},
                {"communes", territory.communes.size()},
                {"inhabitants", population},
                {"known", known}};
    }

    static void tell(const Console& console, const territory::Territory& territory, double population) {
        const auto whole = [&](std::size_t count) { return console.number(static_cast<double>(count)); };
        const std::string fictional(
            territory.isFictional ? console.pick(" (territoire fictif)", " (fictional territory)") : "");
        console.say(fmt::format(fmt::runtime(console.pick("{}{}\u00a0: {} communes, {} habitants",
                                                          "{}{}: {} communes, {} inhabitants")),
                                territory.source, fictional, whole(territory.communes.size()),
                                console.number(population)));
        console.say();
        Table table({{std::string(console.pick("Indicateur", "Indicator"))},
                     {std::string(console.pick("Connu", "Known")), Table::Side::Right},
                     {std::string(console.pick("Manque", "Missing")), Table::Side::Right}});
        for (const Coverage& coverage : coverages) {
            const std::size_t known = knownCount(territory, coverage);
            table.add({std::string(console.pick(coverage.french, coverage.english)), whole(known),
                       whole(territory.communes.size() - known)});
        }
        console.say(table.text());
    }

    std::string m_territory;
};

} // namespace

std::unique_ptr<Command> makeTerritoryShow() {
    return std::make_unique<TerritoryShowCommand>();
}

} // namespace medicobus::cli
