// SPDX-License-Identifier: EUPL-1.2
// The control: calendar may include and call base.
#include "base/geo.h"

namespace medicobus::calendar {

Meters intrude() {
    return greatCircle({48, 0}, {49, 0});
}

} // namespace medicobus::calendar
