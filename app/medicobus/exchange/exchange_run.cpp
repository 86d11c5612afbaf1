// SPDX-License-Identifier: EUPL-1.2
#include "exchange/exchange_run.h"

#include "sync/device/enrol.h"
#include "sync/device/exchange.h"
#include "sync/device/locals.h"
#include "vault/memory.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

using sync::ExchangeStatus;

/// Several touches of one moment go together.
constexpr std::chrono::seconds afterChange{2};
constexpr std::chrono::seconds tell{30};
constexpr std::chrono::milliseconds leastPause{1000};
constexpr std::chrono::milliseconds mostPause{std::chrono::minutes(10)};
/// Small enough that taking in a page does not hold up a screen.
constexpr std::size_t pageSize = 200;

} // namespace

class ExchangeRun::AsideLink : public sync::HubLink {
public:
    AsideLink(Aside& aside, sync::HubLink& way) : m_aside(aside), m_way(way) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        return m_aside.away([&] { return m_way.call(call); });
    }

private:
    Aside& m_aside;
    sync::HubLink& m_way;
};

ExchangeRun::ExchangeRun(Workspace& workspace, LinkMaker makeLink, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_makeLink(std::move(makeLink)),
      m_keys(workspace),
      m_aside([this] {
          QMetaObject::invokeMethod(
              this,
              [this] {
                  m_aside.goOn();
                  look();
              },
              Qt::QueuedConnection);
      }) {
    m_due.setSingleShot(true);
    m_soon.setSingleShot(true);
    m_soon.setInterval(afterChange);
    m_minute.setInterval(tell);
    connect(&m_due, &QTimer::timeout, this, &ExchangeRun::addRound);
    connect(&m_soon, &QTimer::timeout, this, &ExchangeRun::addRound);
    connect(&m_minute, &QTimer::timeout, this, &ExchangeRun::changed);
    connect(&m_workspace, &Workspace::recordChanged, this, &ExchangeRun::followRecord);
    connect(&m_workspace, &Workspace::lockChanged, this, [this] {
        readState();
        sendNow();
    });
    connect(&m_workspace, &Workspace::aboutToOpen, this, &ExchangeRun::closeHub);
    connect(&m_workspace, &Workspace::opened, this, &ExchangeRun::openHub);
    m_minute.start();
    openHub();
}

ExchangeRun::~ExchangeRun() = default;

void ExchangeRun::openHub() {
    closeHub();
    m_membership = readMembership(m_workspace);
    if (m_makeLink && m_workspace.desk() && m_membership.state != Membership::State::None) {
        m_way = m_makeLink(m_membership);
    }
    if (m_way) {
        m_link = std::make_unique<AsideLink>(m_aside, *m_way);
    }
    if (m_way && m_membership.state == Membership::State::Member) {
        journal::Journal& journal = m_workspace.desk()->journal();
        sync::ExchangeOptions options;
        options.page = pageSize;
        options.beforeRound = [this] {
            const auto released = m_workspace.desk()->releaseEndedLeases();
            return released ? m_workspace.desk()->announceCrewKey() : Fault(released.error());
        };
        options.wipe = [this] {
            auto destroyed = m_workspace.destroyVault();
            if (destroyed) {
                // Not only once the hub has been told: that may take as long as a network does.
                QMetaObject::invokeMethod(
                    this, [this] { m_workspace.lock(); }, Qt::QueuedConnection);
            }
            return destroyed;
        };
        m_exchange = std::make_unique<sync::Exchange>(*m_link, journal, m_workspace.clock(), m_keys,
                                                      m_membership.hubKey, std::move(options));
    }
    readState();
    sendNow();
}

void ExchangeRun::closeHub() {
    m_jobs.clear();
    m_due.stop();
    m_soon.stop();
    m_aside.finish();
    m_then = nullptr;
    m_isRoundAsked = false;
    m_isRound = false;
    m_exchange.reset();
    m_link.reset();
    m_way.reset();
}

void ExchangeRun::setMembership(const Membership& membership) {
    keepMembership(m_workspace, membership);
    openHub();
}

void ExchangeRun::followRecord() {
    readState();
    if (m_exchange && m_state.waiting > 0 && !m_isRound) {
        m_soon.start();
    }
}

void ExchangeRun::sendNow() {
    if (m_exchange && !m_isRoundAsked && !m_workspace.isLocked()) {
        addRound();
    }
}

void ExchangeRun::add(Job job) {
    m_jobs.push_back(std::move(job));
    startNext();
}

void ExchangeRun::startNext() {
    if (m_aside.isBusy() || m_then || m_jobs.empty()) {
        return;
    }
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_then = std::move(job.then);
    m_aside.start([work = std::move(job.work)] {
        work();
        // It has signed, on a stack that locking does not reach.
        vault::scrubStack();
    });
    look();
}

void ExchangeRun::look() {
    if (!m_aside.isBusy() && m_then) {
        const auto then = std::exchange(m_then, nullptr);
        then();
        // Not from within: what follows must not pile up.
        QMetaObject::invokeMethod(this, &ExchangeRun::startNext, Qt::QueuedConnection);
    }
    readState();
}

void ExchangeRun::addRound() {
    if (!m_exchange || m_isRoundAsked || m_workspace.isLocked()) {
        return;
    }
    m_isRoundAsked = true;
    const auto outcome = std::make_shared<Result<void>>();
    add({[this, outcome] {
             m_isRound = true;
             *outcome = m_exchange->run();
         },
         [this, outcome] { finishRound(*outcome); }});
}

void ExchangeRun::finishRound(const Result<void>& outcome) {
    m_isRoundAsked = false;
    m_isRound = false;
    if (outcome) {
        m_workspace.noteArrival();
    }
    if (m_workspace.vault()
        && m_workspace.local(QString::fromLatin1(sync::locals::revoked)) == QLatin1String("wiped")) {
        m_workspace.lock();
        m_workspace.openVault();
    }
    const auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(m_exchange->nextAttempt()
                                                                             - m_workspace.clock().now());
    m_due.start(std::clamp(pause, leastPause, mostPause));
}

void ExchangeRun::ask(sync::HttpCall call, Answered then) {
    if (!m_exchange) {
        then(fault(sync::codes::mustEnrol));
        return;
    }
    const auto answer = std::make_shared<Result<sync::HttpAnswer>>();
    add({[this, answer, call = std::move(call)] { *answer = m_exchange->talk(call); },
         [answer, then = std::move(then)] { then(*answer); }});
}

void ExchangeRun::askToEnrol(const sync::InvitationCode& code, const std::string& name, Enrolled then) {
    closeHub();
    Membership hub;
    hub.hub = code.hub;
    hub.tlsKey = code.tlsKey;
    hub.hubKey = code.hubKey;
    m_way = m_makeLink && m_workspace.desk() && m_workspace.vault() ? m_makeLink(hub) : nullptr;
    if (!m_way) {
        then(fault(sync::codes::mustEnrol));
        return;
    }
    m_link = std::make_unique<AsideLink>(m_aside, *m_way);
    const auto answer = std::make_shared<Result<sync::Enrolment>>();
    add({[this, answer, code, name] {
             const vault::Vault& keys = *m_workspace.vault();
             *answer = sync::askToEnrol(*m_link, code, m_workspace.desk()->journal(), name,
                                        keys.signPublicKey(), keys.boxPublicKey());
         },
         [answer, then = std::move(then)] { then(*answer); }});
}

void ExchangeRun::askWhetherEnrolled(Enrolled then) {
    if (!m_link) {
        then(fault(sync::codes::mustEnrol));
        return;
    }
    const auto answer = std::make_shared<Result<sync::Enrolment>>();
    add({[this, answer] {
             *answer = sync::enrolmentNow(*m_link, m_membership.enrolment, m_workspace.desk()->journal());
         },
         [answer, then = std::move(then)] { then(*answer); }});
}

void ExchangeRun::readState() {
    SendState state;
    state.isLocked = m_workspace.isLocked();
    state.standing = m_membership.state == Membership::State::Member   ? SendState::Standing::Enrolled
                     : m_membership.state == Membership::State::Asking ? SendState::Standing::Asking
                                                                       : SendState::Standing::Alone;
    const auto status = m_exchange ? m_exchange->status() : fault(sync::codes::mustEnrol);
    if (m_exchange && status) {
        const auto revoked = m_workspace.local(QString::fromLatin1(sync::locals::revoked));
        if (!revoked.isEmpty()) {
            state.standing =
                revoked == QLatin1String("wiped") ? SendState::Standing::Wiped : SendState::Standing::Revoked;
        }
        state.isSynchronised = status->isSynchronised;
        state.waiting = status->waiting;
        state.oldestWaiting = status->oldestWaiting;
        state.lastContact = status->lastContact;
        state.drift = status->drift;
        state.failure = status->lastError;
        state.nextTry = m_exchange->nextAttempt();
        state.isRunning = m_isRound;
    } else if (m_exchange) {
        state.failure = status.error();
    } else {
        state.waiting = m_workspace.waiting();
    }
    if (!(state == m_state)) {
        m_state = state;
        Q_EMIT changed();
    }
}

} // namespace medicobus::app
