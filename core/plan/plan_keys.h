// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/uuid.h"

namespace medicobus::plan {

using BusKey = Key<struct BusTag>;
using SiteKey = Key<struct SiteTag>;
using SessionKey = Key<struct SessionTag>;
using SeriesKey = Key<struct SeriesTag>;
using PersonKey = Key<struct PersonTag>;

} // namespace medicobus::plan
