// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "tests/simulation/world/faults.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace medicobus::simulation {

using Bytes = std::vector<std::uint8_t>;

/// What a loss of power does to the writes that were never synced.
enum class Loss { All, Tail, Sectors };

/// One file: what programs read, and what the medium holds of it.
class StoredFile {
public:
    std::size_t size() const { return m_bytes.size(); }
    const Bytes& bytes() const { return m_bytes; }
    /// Copies what is there and returns how much that was.
    std::size_t read(std::size_t offset, std::span<std::uint8_t> into) const;
    void write(std::size_t offset, std::span<const std::uint8_t> from);
    void resize(std::size_t size);
    void sync();
    /// Forgets what was not synced: everything, everything after some point, or any 512-byte sectors of it.
    void losePower(Random& random, Loss loss);
    bool isOnMedium() const { return m_isOnMedium; }

private:
    struct Change {
        std::size_t offset = 0;
        Bytes bytes;
        std::optional<std::size_t> size; ///< A change of size alone.
    };
    static void apply(Bytes& bytes, const Change& change);

    Bytes m_bytes;
    Bytes m_medium;
    std::vector<Change> m_pending;
    bool m_isOnMedium = false;
};

/// The locks that SQLite takes on a file, by who holds them.
struct FileLocks {
    std::map<const void*, int> levels; ///< SQLITE_LOCK_SHARED and above.
};

/// The memory that connections in WAL mode share, and its eight locks.
struct SharedMemory {
    std::vector<std::unique_ptr<Bytes>> regions;
    std::map<const void*, unsigned> shared; ///< Masks of locks.
    std::map<const void*, unsigned> exclusive;
    int users = 0;
};

/// One file with what programs that run now share about it.
struct OpenableFile {
    StoredFile stored;
    FileLocks locks;
    SharedMemory memory;
};

/// One computer: its disk, and how much room is on it.
class Machine {
public:
    explicit Machine(std::string name) : m_name(std::move(name)) {}

    const std::string& name() const { return m_name; }
    std::shared_ptr<OpenableFile> find(const std::string& path) const;
    std::shared_ptr<OpenableFile> make(const std::string& path);
    /// A file whose removal was not synced comes back at random after a loss of power.
    void remove(const std::string& path, bool isSynced);
    /// The folder was synced, as happens with the first sync of a new file: removals are final.
    void syncFolder() { m_removed.clear(); }
    const std::map<std::string, std::shared_ptr<OpenableFile>>& files() const { return m_files; }

    /// What is used, in bytes; writes that would pass `limit` fail as on a full disk.
    std::size_t used() const;
    void limitTo(std::optional<std::size_t> bytes) { m_limit = bytes; }
    bool hasRoomFor(std::size_t more) const { return !m_limit || used() + more <= *m_limit; }

    void losePower(Random& random, Loss loss);
    /// The files as programs see them, to be put back later or copied to another machine.
    std::map<std::string, Bytes> image() const;
    void restore(const std::map<std::string, Bytes>& image);

private:
    std::string m_name;
    std::map<std::string, std::shared_ptr<OpenableFile>> m_files;
    std::map<std::string, std::shared_ptr<OpenableFile>> m_removed;
    std::optional<std::size_t> m_limit;
};

/// One running program. It dies at a chosen operation on the disk, before that operation; from then on it
/// changes nothing any more, whatever it still computes, and nobody hears its answers.
class Process {
public:
    explicit Process(Machine& machine) : m_machine(machine) {}

    Machine& machine() const { return m_machine; }
    bool isDead() const { return m_isDead; }
    void die() { m_isDead = true; }
    /// Dies before the n-th (from 1) change of its disk from now.
    void dieBefore(std::int64_t changes) { m_untilDeath = changes; }
    /// Fails the n-th (from 1) change of its disk from now with an input-output error.
    void failAt(std::int64_t changes) { m_untilError = changes; }
    /// Neither dies nor fails by a plan made before.
    void spare() {
        m_untilDeath = 0;
        m_untilError = 0;
    }
    void noteInto(FaultCounts& counts) { m_counts = &counts; }
    FaultCounts* counts() const { return m_counts; }

    enum class Fate { GoesOn, Fails, Dead };
    /// Asked before each change of the disk.
    Fate beforeChange();

private:
    Machine& m_machine;
    FaultCounts* m_counts = nullptr;
    std::int64_t m_untilDeath = 0;
    std::int64_t m_untilError = 0;
    bool m_isDead = false;
};

} // namespace medicobus::simulation
