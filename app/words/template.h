// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "words/language.h"

#include <string>
#include <string_view>

namespace medicobus::words {

/// Fills a sentence with the details of an error.
///
///   template := *( letters | field | "[" template "]" )
///   field    := "{" key [ ":" form ] "}"
///   form     := "number" | "clock" (minutes since midnight) | "when" (a date, a local time or a passage)
///
/// A part in brackets is left out when the error lacks one of its fields; a field lacking elsewhere shows as
/// an ellipsis. Spaces before French signs and apostrophes are set in the template, never in a detail.
std::string fill(std::string_view text, const Error& error, Language language);

} // namespace medicobus::words
