// SPDX-License-Identifier: EUPL-1.2
// Compiles, since the function is declared by hand; only the link can refuse it.
#include <optional>

namespace medicobus::territory {

struct Commune;
std::optional<int> depthClass(const Commune& commune, double threshold);

} // namespace medicobus::territory

namespace medicobus::calendar {

std::optional<int> intrude(const territory::Commune& commune) {
    return territory::depthClass(commune, 2.5);
}

} // namespace medicobus::calendar
