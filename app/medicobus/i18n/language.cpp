// SPDX-License-Identifier: EUPL-1.2
#include "i18n/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace medicobus::app::i18n {

namespace {

struct Spoken {
    words::Language language = words::Language::French;
    /// French has one too: it holds the plurals.
    std::unique_ptr<QTranslator> translator;
};

Spoken& spoken() {
    static Spoken now;
    return now;
}

void install() {
    auto translator = std::make_unique<QTranslator>();
    const QString file = QStringLiteral(":/i18n/medicobus_%1.qm").arg(codeOf(spoken().language));
    if (!translator->load(file)) {
        qFatal("the texts of %s are missing", qUtf8Printable(file));
    }
    // The new one answers before the old one goes: no text is ever asked of none.
    QCoreApplication::installTranslator(translator.get());
    spoken().translator = std::move(translator);
    QLocale::setDefault(spoken().language == words::Language::French
                            ? QLocale(QLocale::French, QLocale::France)
                            : QLocale(QLocale::English, QLocale::UnitedKingdom));
}

// Every program with an application object, tests included, has the plurals of the source.
Q_COREAPP_STARTUP_FUNCTION(install)

} // namespace

words::Language language() {
    return spoken().language;
}

words::Language languageOfSystem() {
    const QString first = QLocale::system().uiLanguages().value(0);
    if (first.isEmpty() || first == QLatin1String("C")) {
        return words::Language::French;
    }
    return words::parseLanguage(first.toStdString()).value_or(words::Language::English);
}

bool speak(words::Language language) {
    if (language == spoken().language) {
        return false;
    }
    spoken().language = language;
    install();
    return true;
}

QString codeOf(words::Language language) {
    return language == words::Language::French ? QStringLiteral("fr") : QStringLiteral("en");
}

std::optional<words::Language> fromCode(const QString& code) {
    if (code == QLatin1String("fr")) {
        return words::Language::French;
    }
    return code == QLatin1String("en") ? std::optional(words::Language::English) : std::nullopt;
}

} // namespace medicobus::app::i18n
