// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace medicobus::app {

/// Dated stops in words, for people who read and never change them.
class PassageModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { Day = Qt::UserRole + 1, Hours, Place, Address, FreePlaces, Notice, Tone, IsCancelled };
    struct Passage {
        QString day;
        QString hours;
        QString place;
        QString address;
        QString freePlaces; ///< "7 places libres"; empty when cancelled.
        QString notice;     ///< What changed, or what is not certain; empty when nothing did.
        QString tone;       ///< "look" or "act"; empty without notice.
        bool isCancelled = false;

        friend bool operator==(const Passage&, const Passage&) = default;
    };

    explicit PassageModel(QObject* parent = nullptr);

    void setPassages(std::vector<Passage> passages);
    const std::vector<Passage>& passages() const { return m_passages; }

    int count() const { return rowCount(); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Passage> m_passages;
};

} // namespace medicobus::app
