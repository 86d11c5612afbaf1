// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace medicobus::vault {

/// Overwrites the free part of the calling thread's stack, where finished calls left copies of short texts
/// and keys: up to 1 MiB below, less near the end of the stack. Takes about 0.05 ms once touched.
void scrubStack();

/// Overwrites a text in place, with what an earlier and longer one left behind it, and lets go of its memory.
/// `clear` and assignment leave all but the first letter where it is.
void wipe(std::string& text);

/// Asks the system never to write this process's memory to a file nor to let others of the same user read it.
/// For an executable to call first; false when the system refused. Linux only, elsewhere nothing is asked.
[[nodiscard]] bool forbidCoreDumps();

} // namespace medicobus::vault
