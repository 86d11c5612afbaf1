// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/cast/company.h"
#include "tests/simulation/oracle/ledger.h"
#include "tests/simulation/oracle/promises.h"
#include "tests/simulation/play/run.h"

#include <map>
#include <set>

namespace medicobus::simulation {

/// The hash under a number of a chain in a journal.
std::optional<journal::Hash> hashIn(const journal::Journal& journal, const journal::DeviceId& chain,
                                    std::int64_t seq);

/// One run in progress: plays steps with their mishaps, buries and raises the dead, and keeps the books of
/// what people were told.
class Stage {
public:
    Stage(const Scenario& scenario, const Plant* plant, Outcome& outcome);

    std::optional<Violation> play(const Step& step);
    /// Nothing goes wrong any more: lets everyone come to rest.
    std::optional<Violation> heal();

    Company& company() { return m_company; }
    const Ledger& ledger() const { return m_ledger; }
    Promises& promises() { return m_promises; }
    Outcome& outcome() { return m_outcome; }
    /// Ids of persons whose erasure was acknowledged.
    const std::set<std::string>& erased() const { return m_erased; }
    /// Wrapped keys that were destroyed with them.
    const std::set<std::string>& destroyed() const { return m_destroyed; }
    const std::set<std::size_t>& revoked() const { return m_revoked; }
    /// Devices that can work: not revoked.
    std::vector<Tablet*> working();
    /// The company's crew among them.
    std::vector<Tablet*> crew();
    /// Nothing of what is on the disks counts any more.
    void end();
    /// Everyone in turn exchanges with the hub until nothing moves.
    std::optional<Violation> settle();

private:
    void arrange(const Step& step);
    void clear(const Step& step);
    std::optional<Violation> act(const Step& step);
    std::optional<Violation> actOnDevice(const Step& step);
    std::optional<Violation> actOnHub(const Step& step);
    void actOnWorld(const Step& step);
    std::optional<Violation> exchange(const Step& step, Tablet& tablet);
    std::optional<Violation> askForLease(const Step& step, Tablet& tablet);
    std::optional<Violation> publish(const Step& step, Tablet& tablet);
    std::optional<Violation> deposit(const Step& step, Tablet& tablet);
    std::optional<Violation> revoke(const Step& step);
    std::optional<Violation> recover(const Step& step, Tablet& tablet);
    std::optional<Violation> restoreHub(const Step& step);
    // By stick (stage_sticks.cpp).
    std::optional<Violation> exchangeStick(const Step& step, Tablet& from);
    std::optional<Violation> carryStick(const Step& step, Tablet& from);
    bool writeStick(const std::filesystem::path& file, Tablet& from);
    /// What the device shows and has acknowledged, after a step that it survived.
    std::optional<Violation> look(Tablet& tablet);
    std::optional<Violation> lookAtStatus(Tablet& tablet);
    std::optional<Violation> raise(Tablet& tablet);
    /// An erasure that a lost device had not sent is lost with it: another device must be able to make it.
    std::optional<Violation> eraseAgain();
    void note(const Step& step, bool isDone);
    /// The wrapped keys of the person whom a step erases, as the device holds them.
    std::set<std::string> keysOf(Tablet& tablet, const Step& step) const;

    FaultCounts& counts() { return m_outcome.faults; }
    void check(Guarantee guarantee) { m_outcome.checks.note(guarantee); }

    Outcome& m_outcome;
    Company m_company;
    Ledger m_ledger;
    Promises m_promises;
    std::set<std::string> m_erased;
    std::map<std::string, std::size_t> m_erasers;
    std::set<std::string> m_destroyed;
    std::set<std::size_t> m_revoked;
    std::map<std::string, Bytes> m_backup;
    bool m_saysSynchronised = false; ///< The device looked at last.
};

} // namespace medicobus::simulation
