// SPDX-License-Identifier: EUPL-1.2
#include "platform/keychain/system_keychain.h"

#include <QByteArray>
#include <QMetaObject>
#include <QObject>
#include <QString>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace medicobus::platform {
namespace {

/// What a job ended with; shared, since a job may end after its caller stopped waiting.
struct Outcome {
    std::mutex guard;
    std::condition_variable isOver;
    bool isDone = false;
    QKeychain::Error error = QKeychain::NoError;
    std::string cause;
    vault::Secret secret;
};

/// The thread of all jobs. Never destroyed: a keychain that hangs must not hang the end of the process too.
QObject& jobThread() {
    static QObject* const anchor = [] {
        auto* thread = new QThread;
        auto* object = new QObject;
        object->moveToThread(thread);
        thread->start();
        return object;
    }();
    return *anchor;
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void finish(Outcome& outcome, const QKeychain::Job& job) {
    const std::lock_guard hold(outcome.guard);
    outcome.error = job.error();
    outcome.cause = job.errorString().toStdString();
    if (const auto* reading = qobject_cast<const QKeychain::ReadPasswordJob*>(&job)) {
        QByteArray bytes = reading->binaryData();
        outcome.secret = vault::Secret::copyOf(
            std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        bytes.fill('\0');
    }
    outcome.isDone = true;
    outcome.isOver.notify_all();
}

/// Runs a job made on its thread; nothing when it did not end in time.
std::shared_ptr<Outcome> run(std::function<QKeychain::Job*()> make) {
    auto outcome = std::make_shared<Outcome>();
    const auto start = [outcome, make = std::move(make)] {
        QKeychain::Job* job = make();
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job,
                         [outcome](QKeychain::Job* done) { finish(*outcome, *done); });
        job->start();
    };
    QMetaObject::invokeMethod(&jobThread(), start, Qt::QueuedConnection);
    std::unique_lock hold(outcome->guard);
    const bool isDone =
        outcome->isOver.wait_for(hold, SystemKeychain::patience, [&] { return outcome->isDone; });
    return isDone ? outcome : nullptr;
}

Fault faultOf(const Outcome& outcome) {
    const bool isDenied =
        outcome.error == QKeychain::AccessDenied || outcome.error == QKeychain::AccessDeniedByUser;
    return fault(isDenied ? vault::codes::keychainDenied : vault::codes::keychainMissing,
                 {{"cause", outcome.cause}});
}

} // namespace

Result<std::optional<vault::Secret>> SystemKeychain::read(std::string_view name) {
    const auto outcome = run([service = textOf(m_service), key = textOf(name)] {
        auto* job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    });
    if (!outcome) {
        return fault(vault::codes::keychainTimeout);
    }
    if (outcome->error == QKeychain::EntryNotFound) {
        return std::nullopt;
    }
    if (outcome->error != QKeychain::NoError) {
        return faultOf(*outcome);
    }
    return std::move(outcome->secret);
}

Result<void> SystemKeychain::write(std::string_view name, const vault::Secret& secret) {
    if (secret.size() > mostBytes) {
        return fault(vault::codes::keychainTooLong,
                     {{"value", std::to_string(secret.size())}, {"expected", std::to_string(mostBytes)}});
    }
    // The job may outlive this call, so it has a copy of its own.
    const auto copy = std::make_shared<const vault::Secret>(secret.clone());
    const auto outcome = run([service = textOf(m_service), key = textOf(name), copy] {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setBinaryData(QByteArray(copy->view().data(), static_cast<qsizetype>(copy->size())));
        return job;
    });
    if (!outcome) {
        return fault(vault::codes::keychainTimeout);
    }
    if (outcome->error != QKeychain::NoError) {
        return faultOf(*outcome);
    }
    const auto kept = read(name);
    if (!kept) {
        return Fault(kept.error());
    }
    if (!*kept || !(**kept == secret)) {
        return fault(vault::codes::keychainMismatch);
    }
    return {};
}

Result<void> SystemKeychain::remove(std::string_view name) {
    const auto outcome = run([service = textOf(m_service), key = textOf(name)] {
        auto* job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return job;
    });
    if (!outcome) {
        return fault(vault::codes::keychainTimeout);
    }
    if (outcome->error != QKeychain::NoError && outcome->error != QKeychain::EntryNotFound) {
        return faultOf(*outcome);
    }
    return {};
}

} // namespace medicobus::platform
