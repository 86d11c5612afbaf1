// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/half_day/closing.h"

#include <QString>

namespace medicobus::app {

/// "Rampe repliée et attachée"
QString equipmentWord(clinic::Equipment thing);

} // namespace medicobus::app
