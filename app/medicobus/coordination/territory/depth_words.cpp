// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/depth_words.h"

#include "coordination/figures.h"

#include <QCoreApplication>

namespace medicobus::app {

namespace {

QString tr(const char* source) {
    return QCoreApplication::translate("Depth", source);
}

} // namespace

QString depthWord(int depthClass) {
    switch (depthClass) {
    case 0:
        return tr("au-dessus du seuil");
    case 1:
        return tr("besoin léger");
    case 2:
        return tr("besoin marqué");
    case 3:
        return tr("besoin fort");
    case 4:
        return tr("besoin très fort");
    default:
        return tr("besoin non connu");
    }
}

QString depthBounds(int depthClass, double threshold) {
    const auto apl = [&](int quarters) { return decimalNumber(threshold * (4 - quarters) / 4, 2); };
    switch (depthClass) {
    case 0:
        return tr("APL de %1 et plus").arg(apl(0));
    case 4:
        return tr("APL sous %1").arg(apl(3));
    case 1:
    case 2:
    case 3:
        return tr("APL de %1 à %2").arg(apl(depthClass), apl(depthClass - 1));
    default:
        return tr("APL ou population absente des sources");
    }
}

} // namespace medicobus::app
