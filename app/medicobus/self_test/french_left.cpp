// SPDX-License-Identifier: EUPL-1.2
#include "self_test/french_left.h"

#include "crew/fictional_day.h"
#include "workspace.h"

#include <QAccessible>
#include <QRegularExpression>

#include <algorithm>

namespace medicobus::app {

namespace {

/// Letters that English has not, and words that it would not hold by chance.
const QRegularExpression& french() {
    static const QRegularExpression pattern(
        QStringLiteral("[àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ«»]"
                       "|\\b(le|la|les|des|du|une|un|est|sont|pas|pour|avec|dans|sur|vous|votre|aux|qui|que"
                       "|cet|cette|rendez|tournée|mairie|jour|heure|liste|appareil|lundi|mardi"
                       "|mercredi|jeudi|vendredi|samedi|dimanche|janvier|mars|avril|juin|juillet)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

} // namespace

FrenchLeft::FrenchLeft(const Workspace& workspace) : m_names(fictionalWords()) {
    const auto add = [this](const std::string& name) { m_names << QString::fromStdString(name); };
    if (const auto scenario = workspace.scenario()) {
        add(scenario->territory.source);
        for (const auto& commune : scenario->territory.communes) {
            add(commune.name);
        }
    }
    if (const auto programme = workspace.programme()) {
        add(programme->name);
        add(programme->organiser);
        add(programme->booking.hours);
        for (const auto& site : programme->sites) {
            add(site.name);
            add(site.commune);
            add(site.address);
        }
        for (const auto& commune : programme->communes) {
            add(commune.name);
        }
    }
    // The languages of the menu are named in themselves.
    m_names << QStringLiteral("Médicobus") << QStringLiteral("Français");
    m_names.removeAll(QString());
    m_names.removeDuplicates();
    std::sort(m_names.begin(), m_names.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
}

bool FrenchLeft::isFrench(QString text) const {
    for (const QString& name : m_names) {
        text.remove(name);
    }
    return french().match(text).hasMatch();
}

QStringList FrenchLeft::faultsOf(QQuickItem& root) const {
    QStringList faults;
    walk(root, faults);
    return faults;
}

void FrenchLeft::walk(QQuickItem& item, QStringList& faults) const {
    if (!item.isVisible()) {
        return;
    }
    QStringList texts;
    // What a person typed is theirs.
    if (!item.inherits("QQuickTextInput") && !item.inherits("QQuickTextEdit")) {
        texts << item.property("text").toString();
        if (QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&item)) {
            texts << accessible->text(QAccessible::Name) << accessible->text(QAccessible::Description);
        }
    }
    texts << item.property("placeholderText").toString();
    texts.removeDuplicates();
    for (const QString& text : texts) {
        if (isFrench(text)) {
            faults << QStringLiteral("\"%1\" is French").arg(text);
        }
    }
    for (QQuickItem* child : item.childItems()) {
        walk(*child, faults);
    }
}

} // namespace medicobus::app
