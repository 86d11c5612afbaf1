// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "publish/page_model.h"

namespace medicobus::publish {

/// The schema.org description of a commune's stop as JSON-LD, safe inside a `script` element: a
/// MedicalClinic with its `areaServed`, and one Event per passage with its `eventStatus`.
/// Errors: `time.zone`.
[[nodiscard]] Result<std::string> structuredData(const Agenda& agenda, const Town& town);

} // namespace medicobus::publish
