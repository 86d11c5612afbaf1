// SPDX-License-Identifier: EUPL-1.2
#include "publish/site.h"

#include "base/file.h"
#include "publish/ical.h"
#include "publish/pages.h"

#include <algorithm>

namespace medicobus::publish {

Result<std::vector<PublishedFile>> publishAll(const plan::Programme& programme, Date from, Date until,
                                              Instant stamp, const PublicLinks& links) {
    const auto agenda = Agenda::make(programme, from, until, stamp, links);
    if (!agenda) {
        return Fault(agenda.error());
    }
    std::vector<PublishedFile> files;
    files.push_back({"index.html", indexPage(*agenda)});
    files.push_back({"accessibilite.html", accessibilityPage(*agenda)});
    for (const Town& town : agenda->towns()) {
        auto page = communePage(*agenda, town.insee);
        if (!page) {
            return Fault(page.error());
        }
        files.push_back({communePath(town.insee), std::move(*page)});
    }
    for (const plan::Site& site : programme.sites) {
        files.push_back({feedPath(site.id), icalFeed(programme, site.id, from, until, stamp, links)});
    }
    std::sort(files.begin(), files.end(),
              [](const PublishedFile& a, const PublishedFile& b) { return a.path < b.path; });
    return files;
}

Result<void> writeSite(const std::filesystem::path& folder, const std::vector<PublishedFile>& files) {
    for (const PublishedFile& file : files) {
        if (const auto written = writeFile(folder / file.path, file.content); !written) {
            return written;
        }
    }
    return {};
}

} // namespace medicobus::publish
