// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_cells.h"
#include "territory/commune.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace medicobus::app {

/// What a map of communes is drawn from: their cells and depth classes. Never changes once made.
class MapSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the space that owns the territory")
    /// True when the cells are drawn around points and are not the real limits of communes.
    Q_PROPERTY(bool isSchematic READ isSchematic CONSTANT)

public:
    static constexpr int unknownClass = -1;

    explicit MapSource(const territory::Territory& territory, double threshold, QObject* parent = nullptr);

    const MapCells& cells() const { return m_cells; }
    /// 0 = not under-served to 4 = deepest, or `unknownClass`.
    int depthClass(int commune) const { return m_classes[static_cast<std::size_t>(commune)]; }
    /// Where the commune's point lies on the flat map; the middle of its cell when it has none.
    QPointF place(int commune) const;
    bool isSchematic() const { return true; }

private:
    MapCells m_cells;
    std::vector<int> m_classes;
    std::vector<QPointF> m_places;
};

} // namespace medicobus::app
