// SPDX-License-Identifier: EUPL-1.2
#include "platform/printing/system_printer.h"

#include <QProcess>
#include <QTimer>

#include <chrono>

namespace medicobus::platform {

namespace {

constexpr std::chrono::seconds patience{15};

Result<void> outcomeOf(QProcess& process) {
    if (process.error() == QProcess::FailedToStart) {
        return fault(codes::noPrinter);
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        return {};
    }
    const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return fault(codes::printingFailed, {{"cause", said.section(QLatin1Char('\n'), 0, 0).toStdString()}});
}

} // namespace

void SystemPrinter::print(const QByteArray& pdf, const QString& title, Done done) const {
    auto* process = new QProcess;
    const auto finish = [process, done = std::move(done)] {
        process->disconnect();
        const auto outcome = outcomeOf(*process);
        process->deleteLater();
        done(outcome);
    };
    QObject::connect(process, &QProcess::finished, process, finish);
    QObject::connect(process, &QProcess::errorOccurred, process, [finish](QProcess::ProcessError error) {
        // Of a program that stops early, `finished` says more.
        if (error == QProcess::FailedToStart) {
            QTimer::singleShot(0, finish);
        }
    });
    QTimer::singleShot(patience, process, [process] { process->kill(); });
    process->setStandardOutputFile(QProcess::nullDevice());
    process->start(m_program, {QStringLiteral("-t"), title, QStringLiteral("-o"), QStringLiteral("media=A4"),
                               QStringLiteral("-")});
    process->write(pdf);
    process->closeWriteChannel();
}

} // namespace medicobus::platform
