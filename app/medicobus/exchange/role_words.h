// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/role.h"

#include <QString>

#include <string>

namespace medicobus::app::role_words {

/// "Équipe du bus", "Coordination", "Mairie (62024)"
QString role(sync::Role role, const std::string& commune = {});

} // namespace medicobus::app::role_words
