// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "stops/commune_search.h"
#include "stops/passage_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <cstddef>
#include <optional>

namespace medicobus::app {

class Workspace;

/// The next stops for one commune, which is chosen once and kept: those in it or, for a resident, at the
/// nearest place when it has none.
class CommuneStops : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its space")
    Q_PROPERTY(medicobus::app::CommuneSearch* search READ search CONSTANT)
    Q_PROPERTY(medicobus::app::PassageModel* passages READ passages CONSTANT)
    Q_PROPERTY(medicobus::app::PassageModel* next READ next CONSTANT)
    Q_PROPERTY(medicobus::app::PassageModel* later READ later CONSTANT)
    Q_PROPERTY(bool hasProgramme READ hasProgramme NOTIFY changed)
    Q_PROPERTY(bool hasCommune READ hasCommune NOTIFY changed)
    Q_PROPERTY(QString commune READ commune NOTIFY changed)
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY changed)
    Q_PROPERTY(QString booking READ booking NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QStringList notices READ notices NOTIFY changed)

public:
    enum class Reach { OwnCommune, Nearest };

    /// `key` is where the choice is kept; `count` how many passages that take place are shown.
    CommuneStops(Workspace& workspace, QString key, Reach reach, std::size_t count,
                 QObject* parent = nullptr);

    CommuneSearch* search() { return &m_search; }
    /// All of them, in order; and the same as the first that takes place, and those after it.
    PassageModel* passages() { return &m_passages; }
    PassageModel* next() { return &m_next; }
    PassageModel* later() { return &m_later; }

    bool hasProgramme() const { return m_hasProgramme; }
    bool hasCommune() const { return !m_commune.isEmpty(); }
    QString commune() const { return m_commune; }
    /// Where the stops are when they are not in the commune itself: "Alquines, à 6 km à vol d’oiseau".
    QString elsewhere() const { return m_elsewhere; }
    /// When to call; and the number.
    QString booking() const { return m_booking; }
    QString phone() const { return m_phone; }
    /// What moved or was cancelled, each as one sentence.
    QStringList notices() const { return m_notices; }

    /// By INSEE code. Empties the search.
    Q_INVOKABLE void choose(const QString& insee);
    /// Back to the search.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();

private:
    void refresh();
    void showPassages(const plan::Programme& programme, const std::vector<const plan::Site*>& sites);
    PassageModel::Passage describe(const plan::Programme& programme,
                                   const plan::Occurrence& occurrence) const;
    std::vector<const plan::Site*> sitesFor(const plan::Programme& programme,
                                            const plan::CommunePoint& commune);

    Workspace& m_workspace;
    QString m_key;
    Reach m_reach;
    std::size_t m_count;
    CommuneSearch m_search;
    PassageModel m_passages;
    PassageModel m_next;
    PassageModel m_later;
    bool m_hasProgramme = false;
    QString m_commune;
    QString m_elsewhere;
    QString m_booking;
    QString m_phone;
    QStringList m_notices;
};

} // namespace medicobus::app
