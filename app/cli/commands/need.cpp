// SPDX-License-Identifier: EUPL-1.2
#include "territory/need.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/table.h"
#include "words/format.h"

#include <fmt/format.h>

namespace medicobus::cli {
namespace {

using territory::Commune;
using territory::Need;
using territory::NeedRanking;

std::string_view zoningCode(territory::Zoning zoning) {
    constexpr std::array<std::string_view, 4> codes{"ZIP", "ZAC", "HZ", "ZAR"};
    return codes[static_cast<std::size_t>(zoning)];
}

template <typename T>
OrderedJson orNull(const std::optional<T>& value) {
    return value ? OrderedJson(*value) : OrderedJson();
}

/// `need TERRITORY`: communes by unmet need with the indicators behind each.
class NeedCommand : public Command {
public:
    CLI::App* declare(CLI::App& app, const Console& console) override {
        CLI::App* command = app.add_subcommand(
            "need",
            std::string(console.pick("Classe les communes par besoin", "Rank communes by unmet need")));
        command
            ->add_option(
                "TERRITORY", m_territory,
                std::string(console.pick("Fichier des communes, ou admidep pour le territoire fictif",
                                         "File of communes, or admidep for the fictional territory")))
            ->required();
        command
            ->add_option("--threshold", m_threshold,
                         std::string(console.pick("Seuil en consultations par habitant et par an",
                                                  "Line in consultations per inhabitant and year")))
            ->check(CLI::Range(0.01, 100.0))
            ->capture_default_str();
        command
            ->add_option("--top", m_top,
                         std::string(console.pick("Combien de communes lister (toutes sinon)",
                                                  "How many communes to list (all otherwise)")))
            ->check(CLI::Range(1, 1'000'000));
        return command;
    }

    Exit run(const Console& console) override {
        const auto territory = loadTerritory(m_territory);
        if (!territory) {
            return console.fail(territory.error());
        }
        const NeedRanking ranking = territory::rankByNeed(*territory, m_threshold);
        const std::size_t listed = m_top > 0
                                       ? std::min(ranking.underServed.size(), static_cast<std::size_t>(m_top))
                                       : ranking.underServed.size();
        if (console.isJson) {
            console.answer(toJson(*territory, ranking, listed));
        } else {
            tellTotals(console, *territory, ranking);
            tellList(console, *territory, ranking, listed);
        }
        return Exit::Done;
    }

private:
    static OrderedJson toJson(const territory::Territory& territory, const NeedRanking& ranking,
                              std::size_t listed) {
        OrderedJson communes = OrderedJson::array();
        for (std::size_t i = 0; i < listed; ++i) {
            const Need& need = ranking.underServed[i];
            const Commune& commune = territory.communes[need.commune];
            communes.push_back(
                {{"insee", commune.insee.value},
                 {"name", commune.name},
                 {"missing", need.missing},
                 {"depth", need.depth},
                 {"population", orNull(commune.population)},
                 {"apl", orNull(commune.apl)},
                 {"zoning", commune.zoning ? OrderedJson(zoningCode(*commune.zoning)) : OrderedJson()},
                 {"share_65", orNull(commune.share65)},
                 {"emergency_minutes",
                  commune.emergencyTime ? OrderedJson(commune.emergencyTime->count()) : OrderedJson()},
                 {"pharmacy_minutes",
                  commune.pharmacyTime ? OrderedJson(commune.pharmacyTime->count()) : OrderedJson()}});
        }
        OrderedJson unknown = OrderedJson::array();
        for (const std::size_t place : ranking.unknown) {
            unknown.push_back(territory.communes[place].insee.value);
        }
        return {{"source", territory.source},
                {"fictional", territory.isFictional},
                {"threshold", ranking.threshold},
                {"under_line", ranking.underServed.size()},
                {"inhabitants", ranking.inhabitants},
                {"missing", ranking.missing},
                {"unknown", unknown},
                {"communes", communes}};
    }

    static void tellTotals(const Console& console, const territory::Territory& territory,
                           const NeedRanking& ranking) {
        const std::string fictional(
            territory.isFictional ? console.pick(" (territoire fictif)", " (fictional territory)") : "");
        console.say(fmt::format(
            fmt::runtime(
                console.pick("{}{}\u00a0: {} communes sur {} sous {} consultations par habitant et par an",
                             "{}{}: {} communes of {} under {} consultations per inhabitant and year")),
            territory.source, fictional, console.number(static_cast<double>(ranking.underServed.size())),
            console.number(static_cast<double>(territory.communes.size())),
            console.number(ranking.threshold, 1)));
        console.say(fmt::format(fmt::runtime(console.pick("{} habitants, {} consultations manquantes par an",
                                                          "{} inhabitants, {} missing consultations a year")),
                                console.number(ranking.inhabitants), console.number(ranking.missing)));
        console.say(
            fmt::format(fmt::runtime(console.pick(
                            "{} communes dont le besoin n'est pas connu (population ou APL manquante)",
                            "{} communes whose need is not known (population or APL missing)")),
                        console.number(static_cast<double>(ranking.unknown.size()))));
        console.say();
    }

    static void tellList(const Console& console, const territory::Territory& territory,
                         const NeedRanking& ranking, std::size_t listed) {
        using Side = Table::Side;
        Table table({{"INSEE"},
                     {std::string(console.pick("Commune", "Commune"))},
                     {std::string(console.pick("Manquantes/an", "Missing/year")), Side::Right},
                     {std::string(console.pick("Habitants", "Inhabitants")), Side::Right},
                     {"APL", Side::Right},
                     {std::string(console.pick("Zonage", "Zoning"))},
                     {std::string(console.pick("65 ans et +", "65 and over")), Side::Right},
                     {std::string(console.pick("Urgences", "Emergency")), Side::Right}});
        const std::string unknown = "?";
        for (std::size_t i = 0; i < listed; ++i) {
            const Need& need = ranking.underServed[i];
            const Commune& commune = territory.communes[need.commune];
            table.add(
                {commune.insee.value, commune.name, console.number(need.missing),
                 console.number(*commune.population), console.number(*commune.apl, 2),
                 commune.zoning ? std::string(zoningCode(*commune.zoning)) : unknown,
                 commune.share65 ? words::percent(*commune.share65 / 100, console.language, 0) : unknown,
                 commune.emergencyTime ? console.number(commune.emergencyTime->count()) + "\u00a0min"
                                       : unknown});
        }
        console.say(table.text());
    }

    std::string m_territory;
    double m_threshold = 2.5;
    int m_top = 0;
};

} // namespace

std::unique_ptr<Command> makeNeed() {
    return std::make_unique<NeedCommand>();
}

} // namespace medicobus::cli
