// SPDX-License-Identifier: EUPL-1.2
#include "crew/card/stop_card.h"

#include "clinic/patient.h"
#include "crew/card/geo_link.h"
#include "crew/crew_words.h"
#include "crew/feedback.h"
#include "speech.h"
#include "workspace.h"

#include <array>

namespace medicobus::app {

namespace {

using clinic::StopNotes;

struct Field {
    const char* key;
    std::string StopNotes::*text;
};
constexpr std::array<Field, 5> fields{{{"keys", &StopNotes::keys},
                                       {"power", &StopNotes::power},
                                       {"access", &StopNotes::access},
                                       {"contact", &StopNotes::contact},
                                       {"phone", &StopNotes::phone}}};

QVariantMap mapOf(const StopNotes& notes) {
    QVariantMap map;
    for (const Field& each : fields) {
        map.insert(QLatin1String(each.key), QString::fromStdString(notes.*each.text));
    }
    return map;
}

} // namespace

StopCard::StopCard(Workspace& workspace, Feedback& feedback, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_feedback(feedback) {
    connect(&m_workspace, &Workspace::recordChanged, this, &StopCard::refresh);
    connect(&m_workspace, &Workspace::languageChanged, this, &StopCard::refresh);
}

void StopCard::showSite(const plan::SiteKey& site) {
    clear();
    m_site = site;
    refresh();
}

void StopCard::showDepot(const plan::BusKey& bus) {
    clear();
    m_bus = bus;
    Q_EMIT changed();
}

void StopCard::clear() {
    if (m_typed && !m_workspace.isLocked()) {
        save();
    }
    m_site.reset();
    m_bus.reset();
    m_notes = {};
    m_typed.reset();
    m_phoneError.clear();
    Q_EMIT changed();
    Q_EMIT problemChanged();
}

void StopCard::refresh() {
    m_notes = {};
    if (m_site && m_workspace.desk() && !m_workspace.desk()->isLocked()) {
        if (auto notes = m_workspace.desk()->stopNotes(*m_site)) {
            m_notes = std::move(*notes);
        } else {
            m_feedback.refuse(notes.error());
        }
    }
    Q_EMIT changed();
}

const plan::Site* StopCard::known() const {
    const auto programme = m_workspace.programme();
    return programme && m_site ? programme->findSite(*m_site) : nullptr;
}

std::optional<GeoPoint> StopCard::where() const {
    const auto programme = m_workspace.programme();
    if (programme && m_bus) {
        const auto depot = programme->depots.find(*m_bus);
        return depot != programme->depots.end() ? std::optional(depot->second) : std::nullopt;
    }
    const plan::Site* site = known();
    return site ? std::optional(site->point) : std::nullopt;
}

QString StopCard::title() const {
    const auto programme = m_workspace.programme();
    if (isDepot()) {
        return tr("Dépôt");
    }
    return programme && m_site ? crew_words::place(*programme, *m_site) : QString();
}

QString StopCard::address() const {
    const plan::Site* site = known();
    return site ? QString::fromStdString(site->address) : QString();
}

QString StopCard::point() const {
    const auto at = where();
    return at ? spokenPoint(*at) : QString();
}

QString StopCard::phone() const {
    return canCall() ? speech::phone(m_notes.phone) : QString();
}

QVariantMap StopCard::notes() const {
    return mapOf(m_notes);
}

QVariantMap StopCard::typed() const {
    return m_typed ? mapOf(*m_typed) : QVariantMap();
}

void StopCard::go() {
    const auto at = where();
    if (!at || !m_workspace.links()) {
        return;
    }
    if (!m_workspace.links()(geoLink(*at, title()))) {
        m_feedback.refuse(Error(codes::noProgram).with("value", "geo"));
    }
}

void StopCard::call() {
    if (!canCall() || !m_workspace.links()) {
        return;
    }
    if (!m_workspace.links()(QUrl(QStringLiteral("tel:") + QString::fromStdString(m_notes.phone)))) {
        m_feedback.refuse(Error(codes::noProgram).with("value", "tel"));
    }
}

void StopCard::startTyping() {
    m_typed = m_notes;
    m_typed->phone = clinic::displayPhone(m_notes.phone);
    Q_EMIT typedChanged();
    Q_EMIT changed();
}

void StopCard::type(const QString& field, const QString& text) {
    for (const Field& each : fields) {
        if (m_typed && field == QLatin1String(each.key)) {
            (*m_typed).*each.text = text.trimmed().toStdString();
        }
    }
}

bool StopCard::save() {
    if (!m_typed || !m_site || !m_workspace.desk()) {
        return true;
    }
    const auto noted = m_workspace.desk()->noteStop(*m_site, *m_typed);
    m_phoneError =
        !noted && noted.error().code() == clinic::codes::phone ? speech::whatToDo(noted.error()) : QString();
    Q_EMIT problemChanged();
    if (!noted) {
        m_feedback.refuse(noted.error());
        return false;
    }
    m_typed.reset();
    m_feedback.say(tr("Fiche du lieu enregistrée"), false);
    m_workspace.noteChange();
    return true;
}

} // namespace medicobus::app
