// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/half_day/stop_notes.h"
#include "plan/programme.h"

#include <QObject>
#include <QString>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// What the crew needs to know of a place before the bus stands there: how to find it, to get in, to plug in
/// and to call somebody. The depot has a card too, with the way to it alone.
class StopCard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(bool isDepot READ isDepot NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString point READ point NOTIFY changed)
    Q_PROPERTY(bool canGo READ canGo NOTIFY changed)
    Q_PROPERTY(bool canCall READ canCall NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QVariantMap notes READ notes NOTIFY changed)
    Q_PROPERTY(bool isTyping READ isTyping NOTIFY changed)
    Q_PROPERTY(QVariantMap typed READ typed NOTIFY typedChanged)
    Q_PROPERTY(QString phoneError READ phoneError NOTIFY problemChanged)

public:
    StopCard(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    void showSite(const plan::SiteKey& site);
    void showDepot(const plan::BusKey& bus);
    /// Keeps what was typed, and shows nothing any more.
    void clear();
    /// The site whose card it is; none for a depot.
    const std::optional<plan::SiteKey>& site() const { return m_site; }

    bool isDepot() const { return m_bus.has_value(); }
    QString title() const;
    QString address() const;
    /// For a receiver that reads no link.
    QString point() const;
    bool canGo() const { return where().has_value(); }
    bool canCall() const { return !m_notes.phone.empty(); }
    QString phone() const;
    /// keys, power, access and contact, each empty where nobody noted it.
    QVariantMap notes() const;
    bool isTyping() const { return m_typed.has_value(); }
    /// The same with `phone`, as they are being typed.
    QVariantMap typed() const;
    QString phoneError() const { return m_phoneError; }

    Q_INVOKABLE void go();
    Q_INVOKABLE void call();
    Q_INVOKABLE void startTyping();
    Q_INVOKABLE void type(const QString& field, const QString& text);
    /// False while something keeps it from being taken.
    Q_INVOKABLE bool save();
    void refresh();

Q_SIGNALS:
    void changed();
    void typedChanged();
    void problemChanged();

private:
    const plan::Site* known() const;
    std::optional<GeoPoint> where() const;

    Workspace& m_workspace;
    Feedback& m_feedback;
    std::optional<plan::SiteKey> m_site;
    std::optional<plan::BusKey> m_bus;
    clinic::StopNotes m_notes;
    std::optional<clinic::StopNotes> m_typed;
    QString m_phoneError;
};

} // namespace medicobus::app
