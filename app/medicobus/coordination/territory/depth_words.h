// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

namespace medicobus::app {

inline constexpr int depthClasses = 5;

/// What a class of depth is called on screen; "besoin non connu" for a class that is none.
QString depthWord(int depthClass);
/// The APL that a class of depth stands for, such as "APL de 1,25 à 1,88".
QString depthBounds(int depthClass, double threshold);

} // namespace medicobus::app
