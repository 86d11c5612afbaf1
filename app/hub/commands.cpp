// SPDX-License-Identifier: EUPL-1.2
#include "hub/commands.h"

#include "base/file.h"
#include "hub/erasures.h"
#include "hub/open.h"
#include "platform/server/backup/backup.h"
#include "sync/hub/desk/access_log.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/desk/erasures.h"

#include <fmt/format.h>

#include <iostream>

namespace medicobus::hub {

namespace {

constexpr std::string_view urlKey = "public_url";
constexpr std::string_view pinKey = "tls_pin";
constexpr std::chrono::hours invitationLife{24};

using Work = std::function<Result<void>(platform::SqlHubStore&)>;

Exit within(const Settings& settings, const Work& work) {
    auto store = openStore(settings);
    if (!store) {
        return fail(settings, store.error());
    }
    auto done = work(**store);
    return done ? Exit::Done : fail(settings, done.error());
}

void say(const Settings& settings, const Json& json, const std::string& text) {
    std::cout << (settings.isJson ? json.dump() : text) << std::endl;
}

std::string_view pick(const Settings& settings, std::string_view french, std::string_view english) {
    return settings.language == words::Language::French ? french : english;
}

Result<std::string> passphraseIn(const std::string& file) {
    auto text = readFile(file);
    if (text) {
        text->resize(std::min(text->find_first_of("\r\n"), text->size()));
    }
    return text;
}

sync::InvitationCode invitationFor(sync::HubTransaction& transaction, const sync::Identity& identity,
                                   const Settings& settings, const InviteOptions& options, sync::Role role) {
    sync::InvitationCode invitation;
    invitation.hub = settings.publicUrl.empty() ? transaction.value(urlKey).value_or("") : settings.publicUrl;
    const auto pin = sync::fromHex(transaction.value(pinKey).value_or(""));
    if (pin && pin->size() == invitation.tlsKey.size()) {
        std::copy(pin->begin(), pin->end(), invitation.tlsKey.begin());
    }
    invitation.hubKey = identity.publicKey;
    invitation.role = role;
    invitation.commune = options.commune;
    return invitation;
}

std::string digitsOf(const sync::Identity& identity, const sync::HubDevice& device) {
    return sync::comparisonDigits(identity.publicKey, device.signKey, device.boxKey, device.enrolment);
}

} // namespace

Exit initialise(const Settings& settings, const std::string& pin) {
    return within(settings, [&](platform::SqlHubStore& store) {
        return decide(store, [&](auto& transaction, auto&, const sync::Identity& identity) -> Result<void> {
            if (!settings.publicUrl.empty()) {
                transaction.setValue(urlKey, settings.publicUrl);
            }
            if (!pin.empty()) {
                transaction.setValue(pinKey, pin);
            }
            say(settings,
                {{"device", identity.device.text()}, {"sign_key", sync::toBase64(identity.publicKey)}},
                fmt::format("{} {}", pick(settings, "Clé du serveur :", "Hub key:"),
                            sync::toBase64(identity.publicKey)));
            return {};
        });
    });
}

Exit invite(const Settings& settings, const InviteOptions& options) {
    const auto role = sync::parseRole(options.role);
    if (!role || (*role == sync::Role::TownHall) == options.commune.empty()) {
        return fail(settings, Error(codes::jsonRange)
                                  .with("key", role ? "--commune" : "--role")
                                  .with("value", role ? options.commune : options.role)
                                  .with("expected", "crew coordination town_hall"));
    }
    return within(settings, [&](platform::SqlHubStore& store) {
        return decide(store, [&](auto& transaction, auto& author, const auto& identity) -> Result<void> {
            auto invitation = invitationFor(transaction, identity, settings, options, *role);
            invitation.secret = sync::invite(transaction, *role, options.commune, options.name,
                                             author.now() + invitationLife, systemEntropy());
            say(settings, {{"uri", sync::uriOf(invitation)}, {"text", sync::textOf(invitation)}},
                fmt::format("{}\n{}", sync::uriOf(invitation), sync::textOf(invitation)));
            return {};
        });
    });
}

Exit devices(const Settings& settings) {
    return within(settings, [&](platform::SqlHubStore& store) {
        return decide(store, [&](auto& transaction, auto&, const auto& identity) -> Result<void> {
            for (const sync::HubDevice& each : transaction.devices()) {
                const std::string digits =
                    each.state == sync::DeviceState::Pending ? digitsOf(identity, each) : std::string();
                say(settings,
                    {{"device", each.id.text()},
                     {"enrolment", each.enrolment},
                     {"name", each.name},
                     {"role", sync::codeOf(each.role)},
                     {"commune", each.commune},
                     {"state", sync::codeOf(each.state)},
                     {"digits", digits},
                     {"acked_through", transaction.chainHead(each.id).seq}},
                    fmt::format("{}  {:8}  {:12} {:5}  {}  {}  {}", each.id.text(), sync::codeOf(each.state),
                                sync::codeOf(each.role), each.commune, each.enrolment, digits, each.name));
            }
            return {};
        });
    });
}

Exit approve(const Settings& settings, const std::string& enrolment, bool isApproved) {
    return within(settings, [&](platform::SqlHubStore& store) {
        return decide(store, [&](auto& transaction, auto& author, const auto&) -> Result<void> {
            return sync::decideEnrolment(transaction, author, enrolment, {isApproved, std::nullopt}, nullptr)
                .map([](const sync::HubDevice&) {});
        });
    });
}

Exit revoke(const Settings& settings, const std::string& device, bool isToWipe) {
    return within(settings, [&](platform::SqlHubStore& store) {
        sync::PlanViews plans;
        return decide(store, [&](auto& transaction, auto& author, const auto&) -> Result<void> {
            const sync::DeviceId id{Uuid::parse(device).value_or(Uuid())};
            return sync::revokeDevice(transaction, author, plans, id, isToWipe);
        });
    });
}

Exit backup(const Settings& settings, const std::string& file, const std::string& passphraseFile) {
    const auto passphrase = passphraseIn(passphraseFile);
    if (!passphrase) {
        return fail(settings, passphrase.error());
    }
    return within(settings, [&](platform::SqlHubStore& store) {
        return platform::backUp(store.engine(), file, *passphrase);
    });
}

Exit restore(const Settings& settings, const std::string& file, const std::string& passphraseFile,
             const std::string& erasures) {
    const auto passphrase = passphraseIn(passphraseFile);
    const auto erased = erasures.empty() ? Result<std::vector<std::string>>(std::vector<std::string>())
                                         : erasuresIn(erasures);
    if (!passphrase || !erased) {
        return fail(settings, passphrase ? erased.error() : passphrase.error());
    }
    return within(settings, [&](platform::SqlHubStore& store) -> Result<void> {
        if (auto restored = platform::restoreFrom(store.engine(), file, *passphrase); !restored) {
            return restored;
        }
        const platform::SystemClock clock;
        return store
            .write([&](sync::HubTransaction& transaction) -> Result<void> {
                sync::renew(transaction, clock, systemEntropy());
                return {};
            })
            .and_then([&] { return sync::destroyKeys(store, *erased); });
    });
}

Exit beginRecovery(const Settings& settings) {
    return within(settings, [&](platform::SqlHubStore& store) -> Result<void> {
        const platform::SystemClock clock;
        return store.write([&](sync::HubTransaction& transaction) -> Result<void> {
            sync::renew(transaction, clock, systemEntropy());
            return {};
        });
    });
}

Exit endRecovery(const Settings& settings) {
    return within(settings, [&](platform::SqlHubStore& store) {
        sync::PlanViews plans;
        return decide(store, [&](auto& transaction, auto& author, const auto&) -> Result<void> {
            sync::endRecovery(transaction, author, plans);
            return {};
        });
    });
}

Exit verifyAccessLog(const Settings& settings) {
    sync::AccessReport report;
    const Exit done = within(settings, [&](platform::SqlHubStore& store) {
        return decide(store, [&](auto& transaction, auto&, const auto& identity) -> Result<void> {
            report = sync::verifyAccessLog(transaction, identity.publicKey);
            return {};
        });
    });
    if (done != Exit::Done) {
        return done;
    }
    say(settings, {{"entries", report.entries}, {"broken", report.broken}, {"last", report.lastHash}},
        report.broken == 0
            ? fmt::format("{} {}  {}", report.entries,
                          pick(settings, "lignes, chaîne entière", "entries, chain whole"), report.lastHash)
            : fmt::format("{} {}", pick(settings, "chaîne rompue à la ligne", "chain broken at entry"),
                          report.broken));
    return report.broken == 0 ? Exit::Done : Exit::Found;
}

} // namespace medicobus::hub
