// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <QQuickItem>
#include <QString>
#include <QStringList>

namespace medicobus::app {

/// Finds French in what an English screen shows and says, names of persons and places aside.
class FrenchLeft {
public:
    /// What the programme calls things is data; null when there is none.
    explicit FrenchLeft(const plan::Programme* programme);

    /// One line for each text that is still French, accessible names and hints included.
    QStringList faultsOf(QQuickItem& root) const;
    /// Whether a text has a French letter or word.
    bool isFrench(QString text) const;

private:
    void walk(QQuickItem& item, QStringList& faults) const;

    QStringList m_names; ///< Longest first, so that no part of one is left of another.
};

} // namespace medicobus::app
