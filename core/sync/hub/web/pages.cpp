// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/web/pages.h"

#include "sync/hub/web/request.h"

#include <date/date.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace medicobus::sync {

namespace {

std::string typeOf(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> types{
        {{".html", "text/html; charset=utf-8"},
         {".ics", "text/calendar; charset=utf-8"},
         {".csv", "text/csv; charset=utf-8"},
         {".svg", "image/svg+xml"},
         {".css", "text/css; charset=utf-8"}}};
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&](const auto& each) { return path.ends_with(each.first); });
    return std::string(found == types.end() ? "application/octet-stream" : found->second);
}

/// Strong: the same content, and nothing else, has the same tag (RFC 9110 section 8.8.3).
std::string etagOf(std::string_view content) {
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(content.data()),
                       content.size(), nullptr, 0);
    return fmt::format("\"{}\"",
                       toHex(std::string_view(reinterpret_cast<const char*>(hash.data()), hash.size())));
}

/// "Tue, 02 Mar 2027 08:00:00 GMT".
std::string httpDate(Instant instant) {
    return date::format("%a, %d %b %Y %H:%M:%S GMT", date::floor<std::chrono::seconds>(instant));
}

bool isKnown(const HttpCall& call, const std::string& etag) {
    const auto said = call.headers.find("if-none-match");
    return said != call.headers.end()
           && (said->second == "*" || said->second.find(etag) != std::string::npos);
}

/// From the first day of the month to the end of the month a year later, so that feeds end where they ended
/// yesterday.
std::pair<Date, Date> spanOf(Date day) {
    const date::year_month_day today(day);
    const date::year_month month(today.year(), today.month());
    const date::year_month_day_last last = (month + date::months(12)) / date::last;
    return {day, Date(last)};
}

} // namespace

Result<std::shared_ptr<const Pages::Edition>> Pages::edition(const PlanView& view, const HubOptions& options,
                                                             Date day) {
    const std::lock_guard lock(m_guard);
    if (m_edition && m_edition->revision == view.revision && m_edition->day == day) {
        return m_edition;
    }
    auto made = std::make_shared<Edition>();
    made->revision = view.revision;
    made->day = day;
    made->lastModified = httpDate(view.changedAt);
    if (view.programme && options.publish) {
        const auto [from, until] = spanOf(day);
        auto files = options.publish(*view.programme, from, until, view.changedAt);
        if (!files) {
            return Fault(files.error());
        }
        for (auto& [path, content] : *files) {
            const std::string etag = etagOf(content);
            made->pages[path] = {typeOf(path), std::move(content), etag};
        }
    }
    m_edition = std::move(made);
    return m_edition;
}

Result<HttpAnswer> Pages::answer(const std::string& path, const HttpCall& call, const PlanView& view,
                                 const HubOptions& options, LocalTime today) {
    const auto edition = this->edition(view, options, dateOf(today));
    if (!edition) {
        return Fault(edition.error());
    }
    const auto found = (*edition)->pages.find(path.empty() ? "index.html" : path);
    if (found == (*edition)->pages.end()) {
        return fault(web::codes::notFound, {{"value", path.substr(0, 80)}});
    }
    const Page& page = found->second;
    HttpAnswer answer;
    answer.headers = {{"etag", page.etag},
                      {"last-modified", (*edition)->lastModified},
                      {"cache-control", "public, max-age=300"}};
    answer.type = page.type;
    answer.status = isKnown(call, page.etag) ? 304 : 200;
    if (answer.status == 200) {
        answer.body = page.content;
    }
    return answer;
}

} // namespace medicobus::sync
