// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/real/told.h"

#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace medicobus::testing {

Teller::Teller(const std::filesystem::path& file)
    : m_file(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    // A line that a kill has cut ends here.
    tell("begun", {});
}

Teller::~Teller() {
    ::close(m_file);
}

void Teller::tell(const std::string& what, const std::vector<std::string>& fields) const {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::string line =
        std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()) + '\t' + what;
    for (const std::string& field : fields) {
        line += '\t' + field;
    }
    line += '\n';
    if (::write(m_file, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        std::abort();
    }
}

std::vector<Told> readTold(const std::filesystem::path& file) {
    const std::string text = readFile(file).value_or("");
    std::vector<Told> all;
    std::size_t start = 0;
    for (std::size_t end = 0; (end = text.find('\n', start)) != std::string::npos; start = end + 1) {
        std::vector<std::string> words{""};
        for (const char letter : text.substr(start, end - start)) {
            if (letter == '\t') {
                words.emplace_back();
            } else {
                words.back() += letter;
            }
        }
        if (words.size() >= 2) {
            all.push_back(
                {std::strtoll(words[0].c_str(), nullptr, 10), words[1], {words.begin() + 2, words.end()}});
        }
    }
    return all;
}

} // namespace medicobus::testing
