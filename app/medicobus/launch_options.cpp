// SPDX-License-Identifier: EUPL-1.2
#include "launch_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace medicobus::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LaunchOptions)
};

std::optional<QSize> readSize(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const QSize size(parts[0].toInt(), parts[1].toInt());
    return size.width() >= 320 && size.height() >= 320 ? std::optional(size) : std::nullopt;
}

std::optional<LocalTime> readToday(const QString& text) {
    if (auto time = parseLocal(text.toStdString())) {
        return *time;
    }
    const auto date = parseDate(text.toStdString());
    return date ? std::optional<LocalTime>(*date + std::chrono::hours(8)) : std::nullopt;
}

} // namespace

std::optional<LaunchOptions> readLaunchOptions(const QStringList& arguments, QString& problem) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Médicobus : la tournée d’un cabinet médical itinérant"));
    const QCommandLineOption data("data", Words::tr("Dossier des données."), "DIR");
    const QCommandLineOption space("space", Words::tr("Espace à ouvrir."),
                                   "crew|coordination|mairie|resident");
    const QCommandLineOption selfTest("self-test", Words::tr("Ouvre et vérifie chaque écran."), "DIR");
    const QCommandLineOption size("size", Words::tr("Taille de la fenêtre."), "WxH");
    const QCommandLineOption palette("palette", Words::tr("Couleurs."), "day|night|sunlight");
    const QCommandLineOption language("language", Words::tr("Langue."), "fr|en");
    const QCommandLineOption scale("text-scale", Words::tr("Taille du texte, en %."), "100-200");
    const QCommandLineOption today("today", Words::tr("Arrête l’horloge à cette date."),
                                   "YYYY-MM-DD[THH:MM]");
    const QCommandLineOption nmea(
        "nmea", Words::tr("Rejoue un parcours enregistré (NMEA 0183) au lieu de la position."), "FILE");
    parser.addOptions({data, space, selfTest, size, palette, language, scale, today, nmea});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);

    LaunchOptions options;
    options.dataFolder = parser.value(data);
    options.space = parser.value(space);
    options.selfTestFolder = parser.value(selfTest);
    options.palette = parser.value(palette);
    options.language = parser.value(language);
    const auto refuse = [&](const QCommandLineOption& option) {
        problem = Words::tr("--%1 ne comprend pas « %2 » ; attendu : %3")
                      .arg(option.names().first(), parser.value(option), option.valueName());
        return std::nullopt;
    };
    if (parser.isSet(space) && !space.valueName().split('|').contains(options.space)) {
        return refuse(space);
    }
    if (parser.isSet(palette) && !palette.valueName().split('|').contains(options.palette)) {
        return refuse(palette);
    }
    if (parser.isSet(language) && !language.valueName().split('|').contains(options.language)) {
        return refuse(language);
    }
    if (parser.isSet(size) && !(options.size = readSize(parser.value(size)))) {
        return refuse(size);
    }
    if (parser.isSet(today) && !(options.today = readToday(parser.value(today)))) {
        return refuse(today);
    }
    if (options.isSelfTest() && !options.today) {
        // Pictures must not change with the day on which they are taken.
        options.today = date::local_days(date::year(2027) / 3 / 2) + std::chrono::hours(8);
    }
    options.nmeaFile = parser.value(nmea);
    if (parser.isSet(nmea) && !QFileInfo(options.nmeaFile).isReadable()) {
        return refuse(nmea);
    }
    if (parser.isSet(scale)) {
        options.textPercent = parser.value(scale).toInt();
        if (*options.textPercent < 100 || *options.textPercent > 200) {
            return refuse(scale);
        }
    }
    return options;
}

} // namespace medicobus::app
