// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"

#include <QStringList>

namespace medicobus::app {

class Workspace;

/// What was said of an appointment, first to last, each with who said it and when: "Arrivée notée par Camille
/// à 9 h 12". A person who cannot open this device has no name here; what comes from another device says so.
/// None while the device is locked.
QStringList actsOn(const Workspace& workspace, const clinic::AppointmentId& appointment);

} // namespace medicobus::app
