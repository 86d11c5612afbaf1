// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::testing {

/// A program that a test starts, reads the output of, and may kill at any moment; killed at the latest with
/// this object.
class ChildProcess {
public:
    /// `output` is a file to which the child's standard output and error are appended; without one the
    /// standard output is read by `line`, and the error is the parent's.
    explicit ChildProcess(std::vector<std::string> arguments, const std::string& output = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    pid_t id() const { return m_id; }
    /// The next whole line of its standard output; nothing at its end or when the time is over.
    std::optional<std::string> line(std::chrono::milliseconds patience);
    /// Everything that is still to come of its standard output.
    std::string rest();
    void send(int signal) const;
    /// Its exit status, or 128 and the signal that ended it. Waits.
    int wait();
    /// As `wait`, or nothing when it still runs after that time.
    std::optional<int> waitFor(std::chrono::milliseconds patience);
    void kill();
    /// Most memory that it ever held, in KiB (VmHWM); 0 when it is gone.
    long peakKib() const;

private:
    pid_t m_id = -1;
    int m_output = -1;
    std::string m_pending;
    std::optional<int> m_status;
};

/// Runs a program to its end and returns what it wrote to its standard output; nothing when it failed.
std::optional<std::string> outputOf(std::vector<std::string> arguments);

} // namespace medicobus::testing
