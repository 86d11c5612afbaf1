// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"
#include "crew/crew_words.h"
#include "speech.h"

#include <QCoreApplication>

namespace medicobus::app::crew_words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Crew)
};

/// "du Touquet" for "Le Touquet"; empty for a name without such an article.
QString afterPreposition(const QString& name, const char* one, const char* many) {
    if (name.startsWith(QLatin1String("Le "))) {
        return QLatin1String(one) + name.mid(3);
    }
    return name.startsWith(QLatin1String("Les ")) ? QLatin1String(many) + name.mid(4) : QString();
}

} // namespace

QString place(const plan::Programme& programme, const plan::SiteKey& site) {
    const plan::Site* found = programme.findSite(site);
    if (!found) {
        return QString::fromStdString(site.value);
    }
    return found->name.empty() ? QString::fromStdString(found->commune)
                               : QString::fromStdString(found->commune + ", " + found->name);
}

QString commune(const plan::Programme& programme, const plan::SiteKey& site) {
    const plan::Site* found = programme.findSite(site);
    return QString::fromStdString(found ? found->commune : site.value);
}

QString ofCommune(const QString& name) {
    if (speech::language() != words::Language::French) {
        return Words::tr("de %1").arg(name);
    }
    if (const QString contracted = afterPreposition(name, "du ", "des "); !contracted.isEmpty()) {
        return contracted;
    }
    const std::string folded = foldForSearch(name.toStdString());
    const bool isElided = !folded.empty() && QStringLiteral("aeiouy").contains(QLatin1Char(folded.front()));
    return (isElided ? QStringLiteral("d’") : QStringLiteral("de ")) + name;
}

QString atCommune(const QString& name) {
    const bool isFrench = speech::language() == words::Language::French;
    const QString contracted = isFrench ? afterPreposition(name, "au ", "aux ") : QString();
    return contracted.isEmpty() ? Words::tr("à %1").arg(name) : contracted;
}

} // namespace medicobus::app::crew_words
