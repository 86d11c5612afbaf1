// SPDX-License-Identifier: EUPL-1.2
#include "crew/closing/equipment_words.h"

#include <QCoreApplication>

namespace medicobus::app {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Equipment)
};
} // namespace

QString equipmentWord(clinic::Equipment thing) {
    using clinic::Equipment;
    switch (thing) {
    case Equipment::Ramp:
        return Words::tr("Rampe repliée");
    case Equipment::Power:
        return Words::tr("Câble électrique rangé");
    case Equipment::Network:
        return Words::tr("Antenne et réseau");
    case Equipment::CareKit:
        return Words::tr("Mallette de soins complète");
    case Equipment::ColdBox:
        return Words::tr("Glacière, température lue");
    case Equipment::Waste:
        return Words::tr("Déchets de soins fermés");
    case Equipment::Documents:
        return Words::tr("Ordonnances et papiers sous clé");
    case Equipment::Room:
        return Words::tr("Salle propre, lumière éteinte");
    case Equipment::Keys:
        return Words::tr("Clés rendues");
    }
    return {};
}

} // namespace medicobus::app
