// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <string>
#include <string_view>

namespace medicobus::publish {

/// Where the pages and feeds will stand, as far as it is known when they are made. Everything works without:
/// pages link to one another by relative addresses.
struct PublicLinks {
    std::string base; ///< "https://medicobus.example.fr/", ending with a slash; empty when not known.
    std::string mail; ///< The organiser's public address; empty when there is none.
};

/// A key as letters, digits and hyphens; any other character becomes `_` and its hexadecimal code, so that
/// two keys never share a name and none can name another folder.
std::string safeName(std::string_view key);
/// `communes/62024.html`, relative to the root of the site.
std::string communePath(const territory::InseeCode& insee);
/// `calendriers/62024-1.ics`.
std::string feedPath(const plan::SiteKey& site);

/// "Salle communale, 2 rue de l'Église, Licques": what is known of a site, in one line.
std::string addressLine(const plan::Site& site);
/// The site's commune, or its own name when the commune's is not known.
std::string townName(const plan::Site& site);

} // namespace medicobus::publish
