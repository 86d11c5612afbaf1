// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/http.h"
#include "sync/hub/hub.h"
#include "sync/hub/rules/plan_view.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace medicobus::sync {

/// What has been published, rendered when the programme or the day changes and served from memory.
/// Thread-safe.
class Pages {
public:
    /// The file for a path, or 304 when the caller has it. Errors: `hub.not_found` (value), and the
    /// publisher's.
    [[nodiscard]] Result<HttpAnswer> answer(const std::string& path, const HttpCall& call,
                                            const PlanView& view, const HubOptions& options, LocalTime today);

private:
    struct Page {
        std::string type;
        std::string content;
        std::string etag;
    };
    struct Edition {
        std::int64_t revision = -1;
        Date day;
        std::string lastModified;
        std::map<std::string, Page> pages;
    };
    [[nodiscard]] Result<std::shared_ptr<const Edition>> edition(const PlanView& view,
                                                                 const HubOptions& options, Date day);

    std::mutex m_guard;
    std::shared_ptr<const Edition> m_edition;
};

} // namespace medicobus::sync
