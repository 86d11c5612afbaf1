// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/instance.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    namespace instances = routing::instances;
    const auto set = instances::detect(bytes, "fuzz.txt");
    const auto instance = instances::parse(bytes, "fuzz.txt", 2);
    isRead(set);
    if (!isRead(instance)) {
        return;
    }
    require(set.has_value() && *set == instance->set, "a file is read as what it looks like");
    const auto nodes = instance->problem.places.size();
    require(instance->numbers.size() == nodes, "each place has its number in the file");
    for (const routing::Matrix& matrix : instance->problem.matrices) {
        const auto size = static_cast<std::size_t>(matrix.size);
        require(matrix.times.size() == size * size, "a matrix is square");
    }
}

} // namespace medicobus::fuzz
