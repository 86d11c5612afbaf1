// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"

#include <QString>

#include <string_view>

/// What a change is called when a hub turned it down.
namespace medicobus::app::change_words {

/// "Publication d’un programme", "Annulation d’un passage", "Rendez-vous donné"
QString what(const journal::Operation& operation);
/// The same with what it says, for two changes side by side.
QString detail(const journal::Operation& operation);
/// Why the hub refused it, and what to do; a reason that only a newer hub knows is named.
QString whyRejected(std::string_view reason);
QString remedyOf(std::string_view reason);
/// Whether it can be made again as it was, after what came first.
bool canRedo(const journal::Operation& operation);

} // namespace medicobus::app::change_words
