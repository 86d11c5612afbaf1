// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/uuid.h"
#include "exchange/membership.h"
#include "platform/server/sql/hub_store.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/hub.h"
#include "sync/hub/identity.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

namespace medicobus::app {

/// A whole hub in this process, its store in memory, and ways to it that a test can cut.
class HubStand {
public:
    explicit HubStand(const Clock& clock) : m_clock(clock) {
        store = platform::openHubStore("sqlite::memory:").value();
        hub = sync::Hub::open(*store, clock, systemEntropy()).value();
    }

    LinkMaker links() {
        return [this](const Membership&) { return std::make_unique<Link>(*this); };
    }

    /// A code of the hub's own command line.
    sync::InvitationCode invite(sync::Role role, const std::string& commune = {}) {
        sync::InvitationCode code;
        code.hub = "https://hub.exemple.fr";
        code.role = role;
        code.commune = commune;
        decide([&](sync::HubTransaction& transaction, sync::Author&, const sync::Identity& identity) {
            code.hubKey = identity.publicKey;
            code.secret = sync::invite(transaction, role, commune, "tablette",
                                       m_clock.now() + std::chrono::hours(24), systemEntropy());
        });
        return code;
    }
    /// The word of a person at the hub's own command line.
    void approve(const std::string& enrolment, bool isApproved = true) {
        decide([&](sync::HubTransaction& transaction, sync::Author& author, const sync::Identity&) {
            const auto done =
                sync::decideEnrolment(transaction, author, enrolment, {isApproved, std::nullopt}, nullptr);
            ASSERT_TRUE(done) << done.error().code().name;
        });
    }

    std::unique_ptr<platform::SqlHubStore> store;
    std::unique_ptr<sync::Hub> hub;
    std::atomic<bool> isDown{false};
    std::atomic<int> calls{0};

private:
    class Link : public sync::HubLink {
    public:
        explicit Link(HubStand& stand) : m_stand(stand) {}
        Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
            ++m_stand.calls;
            if (m_stand.isDown) {
                return fault(sync::codes::unreachable, {{"cause", "timeout"}});
            }
            return m_stand.hub->answer(call);
        }

    private:
        HubStand& m_stand;
    };

    template <typename Work>
    void decide(const Work& work) {
        const auto done = store->write([&](sync::HubTransaction& transaction) -> Result<void> {
            const Entropy entropy = systemEntropy();
            const auto identity = sync::identityIn(transaction, m_clock, entropy);
            sync::Author author(transaction, identity, m_clock, entropy);
            work(transaction, author, identity);
            return {};
        });
        ASSERT_TRUE(done) << done.error().code().name;
    }

    const Clock& m_clock;
};

} // namespace medicobus::app
