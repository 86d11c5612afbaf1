// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace medicobus::platform {

/// Hands pages to the system's printer, through `lp` of CUPS. They go by a pipe: this program writes no file
/// that a person's name could be left in.
class SystemPrinter {
public:
    using Done = std::function<void(const Result<void>&)>;

    /// `program` takes the place of `lp` in tests.
    explicit SystemPrinter(QString program = QStringLiteral("lp")) : m_program(std::move(program)) {}

    /// `pdf` on A4 paper, as a job of that title, which must name nobody. `done` is called once, from the
    /// event loop, within 15 s. Errors: `printing.no_printer`, `printing.failed` (cause).
    void print(const QByteArray& pdf, const QString& title, Done done) const;

private:
    QString m_program;
};

namespace codes {
/// This system has no program that prints.
inline constexpr ErrorCode noPrinter{"printing.no_printer"};
/// Details: cause, in the words of the system.
inline constexpr ErrorCode printingFailed{"printing.failed"};
} // namespace codes

} // namespace medicobus::platform
