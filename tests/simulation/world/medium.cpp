// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/world/medium.h"

#include <algorithm>
#include <cstring>

namespace medicobus::simulation {
namespace {

constexpr std::size_t sector = 512;

} // namespace

void StoredFile::apply(Bytes& bytes, const Change& change) {
    if (change.size) {
        bytes.resize(*change.size);
        return;
    }
    const std::size_t end = change.offset + change.bytes.size();
    if (bytes.size() < end) {
        bytes.resize(end);
    }
    std::copy(change.bytes.begin(), change.bytes.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

std::size_t StoredFile::read(std::size_t offset, std::span<std::uint8_t> into) const {
    if (offset >= m_bytes.size()) {
        return 0;
    }
    const std::size_t count = std::min(into.size(), m_bytes.size() - offset);
    std::memcpy(into.data(), m_bytes.data() + offset, count);
    return count;
}

void StoredFile::write(std::size_t offset, std::span<const std::uint8_t> from) {
    m_pending.push_back({offset, Bytes(from.begin(), from.end()), std::nullopt});
    apply(m_bytes, m_pending.back());
}

void StoredFile::resize(std::size_t size) {
    m_pending.push_back({0, {}, size});
    apply(m_bytes, m_pending.back());
}

void StoredFile::sync() {
    for (const Change& change : m_pending) {
        apply(m_medium, change);
    }
    m_pending.clear();
    m_isOnMedium = true;
}

void StoredFile::losePower(Random& random, Loss loss) {
    const std::size_t kept = loss == Loss::Tail ? random.below(m_pending.size() + 1) : 0;
    for (std::size_t index = 0; index < m_pending.size() && loss != Loss::All; ++index) {
        const Change& change = m_pending[index];
        if (loss == Loss::Tail) {
            if (index < kept) {
                apply(m_medium, change);
            }
            continue;
        }
        if (change.size) {
            if (random.below(2) == 0) {
                apply(m_medium, change);
            }
            continue;
        }
        for (std::size_t at = 0; at < change.bytes.size();) {
            const std::size_t end =
                std::min(change.bytes.size(), at + sector - (change.offset + at) % sector);
            if (random.below(2) == 0) {
                const auto from = change.bytes.begin() + static_cast<std::ptrdiff_t>(at);
                apply(m_medium,
                      {change.offset + at, Bytes(from, from + static_cast<std::ptrdiff_t>(end - at)), {}});
            }
            at = end;
        }
    }
    m_pending.clear();
    m_bytes = m_medium;
}

std::shared_ptr<OpenableFile> Machine::find(const std::string& path) const {
    const auto found = m_files.find(path);
    return found == m_files.end() ? nullptr : found->second;
}

std::shared_ptr<OpenableFile> Machine::make(const std::string& path) {
    auto& file = m_files[path];
    if (!file) {
        file = std::make_shared<OpenableFile>();
    }
    return file;
}

void Machine::remove(const std::string& path, bool isSynced) {
    const auto found = m_files.find(path);
    if (found == m_files.end()) {
        return;
    }
    m_removed.erase(path);
    if (!isSynced && found->second->stored.isOnMedium()) {
        m_removed[path] = found->second;
    }
    m_files.erase(found);
}

std::size_t Machine::used() const {
    std::size_t sum = 0;
    for (const auto& [path, file] : m_files) {
        sum += file->stored.size();
    }
    return sum;
}

void Machine::losePower(Random& random, Loss loss) {
    for (auto& [path, file] : m_removed) {
        if (!m_files.contains(path) && random.below(2) == 0) {
            m_files[path] = file;
        }
    }
    m_removed.clear();
    for (auto& [path, file] : m_files) {
        // A fresh object: what the dead still hold of the old one no longer matters to anybody.
        auto after = std::make_shared<OpenableFile>();
        after->stored = std::move(file->stored);
        after->stored.losePower(random, loss);
        file = std::move(after);
    }
}

std::map<std::string, Bytes> Machine::image() const {
    std::map<std::string, Bytes> image;
    for (const auto& [path, file] : m_files) {
        image[path] = file->stored.bytes();
    }
    return image;
}

void Machine::restore(const std::map<std::string, Bytes>& image) {
    m_files.clear();
    m_removed.clear();
    for (const auto& [path, bytes] : image) {
        const auto file = make(path);
        file->stored.write(0, bytes);
        file->stored.sync();
    }
}

Process::Fate Process::beforeChange() {
    if (m_isDead) {
        return Fate::Dead;
    }
    if (m_untilDeath > 0 && --m_untilDeath == 0) {
        m_isDead = true;
        return Fate::Dead;
    }
    if (m_untilError > 0 && --m_untilError == 0) {
        if (m_counts != nullptr) {
            m_counts->note(FaultKind::DiskError);
        }
        return Fate::Fails;
    }
    return Fate::GoesOn;
}

} // namespace medicobus::simulation
