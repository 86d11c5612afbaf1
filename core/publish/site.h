// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/links.h"

#include <filesystem>
#include <string>
#include <vector>

namespace medicobus::publish {

/// One file of the public site.
struct PublishedFile {
    std::string path; ///< Relative, with `/`: "communes/62024.html".
    std::string content;
};

/// Every public file of a programme for the passages from `from` to `until`, both included: index.html,
/// accessibilite.html, one page per commune, one calendar per site; sorted by path. The same arguments give
/// the same bytes. Errors: `time.zone`.
[[nodiscard]] Result<std::vector<PublishedFile>> publishAll(const plan::Programme& programme, Date from,
                                                            Date until, Instant stamp,
                                                            const PublicLinks& links = {});

/// Writes the files under a folder, making it when missing; each file is whole, old or new. Stops at the
/// first that cannot be written, with the errors of `writeFile` naming it.
[[nodiscard]] Result<void> writeSite(const std::filesystem::path& folder,
                                     const std::vector<PublishedFile>& files);

} // namespace medicobus::publish
