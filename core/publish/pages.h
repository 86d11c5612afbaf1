// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/page_model.h"

namespace medicobus::publish {

/// The page of one commune: the next visit, where, how to book, later visits; the nearest halt when the
/// commune has none. Plain HTML that needs no script and no other file.
/// Errors: `time.zone`, `publish.unknown_commune`.
[[nodiscard]] Result<std::string> communePage(const Agenda& agenda, const territory::InseeCode& insee);

/// The index: every commune by initial letter, and the next passages by date.
std::string indexPage(const Agenda& agenda);

/// What the law asks every public site to say of its accessibility.
std::string accessibilityPage(const Agenda& agenda);

namespace codes {
inline constexpr ErrorCode publishUnknownCommune{"publish.unknown_commune"};
} // namespace codes

} // namespace medicobus::publish
