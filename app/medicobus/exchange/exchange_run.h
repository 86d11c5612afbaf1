// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/aside.h"
#include "exchange/membership.h"
#include "exchange/send_state.h"
#include "exchange/vault_keys.h"
#include "sync/wire/enrolment.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace medicobus::sync {
class Exchange;
} // namespace medicobus::sync
namespace medicobus::app {

class Workspace;

/// Keeps this device in step with its hub: a round when one is due, soon after a change, and when a person
/// asks for it. Calls to the hub are made aside, so that no screen waits for a network.
class ExchangeRun : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(const Result<sync::HttpAnswer>&)>;
    using Enrolled = std::function<void(const Result<sync::Enrolment>&)>;

    /// Without a maker of links, this device stays alone.
    ExchangeRun(Workspace& workspace, LinkMaker makeLink, QObject* parent = nullptr);
    ~ExchangeRun() override;

    const SendState& state() const { return m_state; }
    const Membership& membership() const { return m_membership; }
    bool isBusy() const { return m_aside.isBusy() || !m_jobs.empty(); }

    /// A round now, whenever the next one is due.
    void sendNow();
    /// From now on this device belongs to that hub, or asks it, or to none; kept.
    void setMembership(const Membership& membership);
    /// Asks this device's hub one question in its session. Errors: those of `sync::Exchange::talk`.
    void ask(sync::HttpCall call, Answered then);
    /// Asks the hub of a code to be let in, and later whether a person has decided. Errors: those of
    /// `sync::askToEnrol` and `sync::enrolmentNow`.
    void askToEnrol(const sync::InvitationCode& code, const std::string& name, Enrolled then);
    void askWhetherEnrolled(Enrolled then);

Q_SIGNALS:
    /// The state, or the time that its words tell.
    void changed();

private:
    struct Job {
        std::function<void()> work;
        std::function<void()> then;
    };

    void openHub();
    void closeHub();
    void followRecord();
    void add(Job job);
    void startNext();
    /// After each turn of the work.
    void look();
    void addRound();
    void finishRound(const Result<void>& outcome);
    void readState();

    /// Hands every call to the thread aside.
    class AsideLink;

    Workspace& m_workspace;
    LinkMaker m_makeLink;
    Membership m_membership;
    SendState m_state;
    VaultKeys m_keys;
    QTimer m_due;
    QTimer m_soon;
    QTimer m_minute;
    std::deque<Job> m_jobs;
    std::function<void()> m_then;
    bool m_isRoundAsked = false;
    bool m_isRound = false;
    std::unique_ptr<sync::HubLink> m_way; ///< To the hub itself.
    std::unique_ptr<AsideLink> m_link;
    std::unique_ptr<sync::Exchange> m_exchange;
    Aside m_aside; ///< Last, so that its work ends before what it uses goes.
};

} // namespace medicobus::app
