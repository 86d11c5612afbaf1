// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QQuickItem>
#include <QString>
#include <QStringList>

namespace medicobus::app {

class Workspace;

/// Finds French in what an English screen shows and says, names of persons and places aside.
class FrenchLeft {
public:
    /// What the territory and the programme call things is data.
    explicit FrenchLeft(const Workspace& workspace);

    /// One line for each text that is still French, accessible names and hints included.
    QStringList faultsOf(QQuickItem& root) const;
    /// Whether a text has a French letter or word.
    bool isFrench(QString text) const;

private:
    void walk(QQuickItem& item, QStringList& faults) const;

    QStringList m_names; ///< Longest first, so that no part of one is left of another.
};

} // namespace medicobus::app
