// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/links.h"

#include <string>

namespace medicobus::publish {

/// The iCalendar feed of one site (RFC 5545, RFC 5546 PUBLISH, RFC 7986): one recurring event per series,
/// with a RECURRENCE-ID event for each passage that is moved, cancelled or to confirm, and an all-day notice
/// for each cancelled one, because some calendars hide cancelled events.
///
/// Between `from` and `until`, both included, expanding the feed gives exactly `plan::occurrences`. A series
/// is told from its first passage on, also before `from`, so that its event stays the same from day to day;
/// cancelled passages leave the feed once they lie before `from`. Keep `until` at the end of a month or of a
/// year: it ends the rules, and a rule that changes every day is a new rule to calendars.
///
/// UID depends on the keys of series and site alone. SEQUENCE counts the seconds from 2020 to the version of
/// the programme (when it is a version 7 UUID), plus the changes decided since. `stamp` fills DTSTAMP and
/// LAST-MODIFIED: give the instant of the last change, and the same programme gives the same bytes.
std::string icalFeed(const plan::Programme& programme, const plan::SiteKey& site, Date from, Date until,
                     Instant stamp, const PublicLinks& links = {});

} // namespace medicobus::publish
