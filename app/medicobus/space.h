// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "place_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// What the shell needs to know of each of the four spaces: its places, its title, how to go back, and which
/// screens it has. Those that derive from it write its whole name, else the checker of QML does not know what
/// they inherit.
class Space : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("One of the four spaces")
    Q_PROPERTY(medicobus::app::PlaceModel* places READ places CONSTANT)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY placeChanged)
    Q_PROPERTY(QString title READ title NOTIFY headingChanged)
    Q_PROPERTY(QString note READ note NOTIFY headingChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY headingChanged)

public:
    Space(std::vector<PlaceModel::Place> places, QObject* parent);

    PlaceModel* places() { return &m_places; }
    /// The keys of the places, in order.
    QStringList placeKeys() const;
    QString place() const { return m_place; }
    /// Goes to a place of this space; a key that it does not have is ignored.
    void setPlace(const QString& key);

    /// The page's one title, by default the name of the place; and a line below it. Emit `headingChanged`
    /// when what these three say changes.
    virtual QString title() const;
    virtual QString note() const { return {}; }
    virtual bool canGoBack() const;
    /// One step back inside the space: by default to its first place. False when there is none.
    virtual bool goBack();

    /// The names of every screen of the space, for pictures and the self-test.
    virtual QStringList screens() const = 0;
    /// Shows one of `screens`, with something on it to look at.
    virtual void openScreen(const QString& name) = 0;
    /// False while work off the screen's thread would still change what the open screen shows.
    virtual bool isSettled() const { return true; }

Q_SIGNALS:
    void placeChanged();
    void headingChanged();

private:
    PlaceModel m_places;
    QString m_place;
};

} // namespace medicobus::app
