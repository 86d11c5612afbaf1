// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/depth_words.h"

#include "coordination/figures.h"

#include <QCoreApplication>

namespace medicobus::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Depth)
};

} // namespace

QString depthWord(int depthClass) {
    switch (depthClass) {
    case 0:
        return Words::tr("au-dessus du seuil");
    case 1:
        return Words::tr("besoin léger");
    case 2:
        return Words::tr("besoin marqué");
    case 3:
        return Words::tr("besoin fort");
    case 4:
        return Words::tr("besoin très fort");
    default:
        return Words::tr("besoin non connu");
    }
}

QString depthBounds(int depthClass, double threshold) {
    const auto apl = [&](int quarters) { return decimalNumber(threshold * (4 - quarters) / 4, 2); };
    switch (depthClass) {
    case 0:
        return Words::tr("APL de %1 et plus").arg(apl(0));
    case 4:
        return Words::tr("APL sous %1").arg(apl(3));
    case 1:
    case 2:
    case 3:
        return Words::tr("APL de %1 à %2").arg(apl(depthClass), apl(depthClass - 1));
    default:
        return Words::tr("APL ou population absente des sources");
    }
}

} // namespace medicobus::app
