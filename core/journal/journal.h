// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/codes.h"
#include "journal/exchanged.h"
#include "journal/operation.h"
#include "journal/projection.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::journal {

/// How a journal is opened.
struct OpenOptions {
    enum class IfMissing { Create, Refuse };
    IfMissing ifMissing = IfMissing::Create;
    /// How long to wait for another process that holds the lock.
    std::chrono::milliseconds patience{2000};
};

/// Own operations that no hub has acknowledged.
struct Waiting {
    std::int64_t count = 0;
    /// When the oldest of them was recorded; nothing when none waits.
    std::optional<Instant> oldest;
};

/// What `restore` does when the file to be replaced holds operations that the backup lacks.
enum class IfNewer { Refuse, SetAside };

/// What `verify` read and what it found wrong.
struct Report {
    std::int64_t operations = 0;
    std::int64_t devices = 0;
    /// Rows of projections compared with a rebuild.
    std::int64_t rows = 0;
    /// At most `maxFaults`; `isCut` tells that there were more.
    std::vector<Error> faults;
    bool isCut = false;

    static constexpr std::size_t maxFaults = 100;
    bool isClean() const { return faults.empty(); }
};

/// The device's store: every change as an operation, and the projections made from them, in one SQLite file.
///
/// One owner thread. The clock must outlive the journal. An operation is acknowledged, that is returned,
/// only once it is on the disk (WAL, synchronous FULL).
class Journal {
public:
    /// Opens the file, making its folder and the device's identity on first use, migrating an older one after
    /// a backup beside it (`name.db.v1.bak`), and rebuilding projections whose version changed. Errors:
    /// `journal.missing`, `journal.newer`, `journal.not_ours`, `journal.corrupt`, `journal.read_only`,
    /// `journal.disk_full`, `journal.busy`, `journal.backup_failed`, `journal.unusable`.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path,
                                                               const Clock& clock, Entropy entropy,
                                                               Projections projections,
                                                               OpenOptions options = {});
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Stores operations and their projections in one transaction: all of them or none.
    /// Errors: `journal.bad_operation`, `journal.disk_full` (nothing is stored; works again once there is
    /// room), `journal.busy`, `journal.read_only`, `journal.corrupt`, or what a projection refused.
    [[nodiscard]] Result<Operation> append(const OperationDraft& draft);
    [[nodiscard]] Result<std::vector<Operation>> appendAll(std::span<const OperationDraft> drafts);

    /// Signs the hash of each operation appended from now on; nothing to stop. An error of the signer is that
    /// of the append.
    void setSigner(Signer signer);

    /// Every operation in replay order: hybrid time, device, seq. Stops at the first error of `visit`.
    [[nodiscard]] Result<void> each(const std::function<Result<void>(const Operation&)>& visit) const;
    /// The history of one subject, in replay order.
    [[nodiscard]] Result<std::vector<Operation>> ofSubject(const Subject& subject) const;
    /// A device's operations with seq above `seq`, in order of seq.
    [[nodiscard]] Result<std::vector<Operation>> since(DeviceId device, std::int64_t seq) const;
    /// At most `limit` of them.
    [[nodiscard]] Result<std::vector<Operation>> operationsOf(DeviceId device, std::int64_t after,
                                                              std::size_t limit) const;
    [[nodiscard]] Result<std::optional<Operation>> operation(OperationId id) const;
    [[nodiscard]] Result<Waiting> waiting() const;

    // The exchange (exchanged.cpp)

    /// Takes in what came from elsewhere, its projections and its local values in one transaction; what is
    /// held already changes nothing. Errors: `journal.altered` (a hash that is not the operation's),
    /// `journal.forked` (another operation is held under its device and number; under `isFromHub` only for an
    /// identity of this file), and those of `append`.
    [[nodiscard]] Result<Ingested> ingest(const Incoming& incoming);
    /// Notes what a hub has stored of an own identity, and its verdicts. A rejected operation stays and is
    /// taken out of the projections; a later verdict replaces an earlier one.
    [[nodiscard]] Result<void> acknowledge(DeviceId device, std::int64_t through,
                                           const std::vector<VerdictNote>& verdicts = {});
    /// Forgets every acknowledgement and writes these values: a hub of another epoch was met.
    [[nodiscard]] Result<void> startEpoch(const std::vector<LocalValue>& locals);
    /// How far a hub acknowledged each identity that this file wrote under, the current one last.
    [[nodiscard]] Result<std::vector<std::pair<DeviceId, std::int64_t>>> acknowledged() const;
    /// What a hub did not simply accept, in replay order.
    [[nodiscard]] Result<std::vector<RuledOperation>> ruled() const;
    /// The last number up to which each chain is held without a gap; 0 for one whose first is missing.
    [[nodiscard]] Result<std::map<DeviceId, std::int64_t>> chains() const;
    /// Gives the current identity's operations from `seq` on to a new identity, numbered from 1 and signed
    /// anew, with their ids, times and bodies: another file has given out the same numbers. What this file
    /// must not be named by any longer is gone; nothing that was recorded is.
    [[nodiscard]] Result<void> takeNewIdentity(std::int64_t seq);

    /// The wrapped key of this name; nothing when it is not held. Error: `journal.erased`.
    [[nodiscard]] Result<std::optional<Envelope>> envelope(const std::string& key) const;
    /// Every one that is held, by the name of its key.
    [[nodiscard]] Result<std::vector<Envelope>> envelopes() const;
    /// Those that are held of the keys that sealed these operations, each once.
    [[nodiscard]] Result<std::vector<Envelope>> envelopesFor(std::span<const Operation> operations) const;
    /// Stores a wrapped key, or replaces one that is wrapped anew. Error: `journal.erased`.
    [[nodiscard]] Result<void> putEnvelope(const Envelope& envelope);
    /// Destroys every wrapped key and remembers none as erased: a wipe. What is sealed stays unreadable.
    [[nodiscard]] Result<void> dropEnvelopes();

    /// BLAKE2b-256 over the rows of all projections, in an order that does not depend on that of arrival.
    [[nodiscard]] Result<Hash> stateHash() const;
    /// BLAKE2b-256 over the operations that count (not those rejected), in replay order.
    [[nodiscard]] Result<Hash> operationsHash() const;

    /// How far `verify` looks: the file and the operations, or the projections made of them too.
    enum class Depth { OperationsAlone, Everything };
    /// Checks the file, every device's numbers, hashes and times, and that the projections equal a rebuild
    /// made in memory. What is wrong is in the report; an error means that checking itself failed.
    [[nodiscard]] Result<Report> verify(Depth depth = Depth::Everything) const;
    /// Drops the projections and replays every operation, in one transaction.
    [[nodiscard]] Result<void> rebuild();

    /// Writes a whole, single-file copy; an older file of that name is replaced only once the copy is
    /// complete.
    [[nodiscard]] Result<void> backup(const std::filesystem::path& path) const;
    /// Puts a backup in place of `to`, after verifying it. A file already there is kept as `name.replaced`;
    /// if it holds operations that the backup lacks, `IfNewer::Refuse` gives `journal.would_lose`. The
    /// restored journal gets a new device identity, since numbers given out after the backup may already be
    /// known elsewhere.
    [[nodiscard]] static Result<void> restore(const std::filesystem::path& from,
                                              const std::filesystem::path& to, const Clock& clock,
                                              const Entropy& entropy, IfNewer ifNewer = IfNewer::Refuse);

    /// Values of this device alone (drafts of forms, chosen space): no operation, never sent. Each is written
    /// in its own transaction. May hold personal data, like the unsealed bodies.
    [[nodiscard]] Result<void> setLocal(std::string_view key, std::string_view value);
    [[nodiscard]] Result<std::optional<std::string>> local(std::string_view key) const;
    [[nodiscard]] Result<void> removeLocal(std::string_view key);

    /// A connection that cannot write, for queries on projections; it sees what was last committed. Keep its
    /// statements short-lived: an unfinished one holds back the recycling of the log.
    const SQLite::Database& reader() const;
    DeviceId device() const;
    const std::filesystem::path& path() const;
    /// A new identifier from this journal's clock and entropy, for new subjects.
    Uuid newUuid() const;

    struct State;

private:
    explicit Journal(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace medicobus::journal
