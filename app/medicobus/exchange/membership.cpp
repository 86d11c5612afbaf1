// SPDX-License-Identifier: EUPL-1.2
#include "exchange/membership.h"

#include "workspace.h"

#include <array>

namespace medicobus::app {

namespace {

const QString key = QStringLiteral("exchange.membership");
constexpr std::array<std::string_view, 3> states{"none", "asking", "member"};

} // namespace

Membership readMembership(const Workspace& workspace) {
    Membership read;
    const auto done = sync::readMessage(workspace.local(key).toStdString(), [&](JsonReader& reader) {
        read.state = sync::readWord<Membership::State>(reader, "state", states);
        read.hub = reader.text("hub");
        read.tlsKey = sync::readArray<32>(reader, "tls_key");
        read.hubKey = sync::readArray<32>(reader, "hub_key");
        read.role = sync::parseRole(reader.text("role")).value_or(sync::Role::Crew);
        read.commune = reader.text("commune");
        read.enrolment = reader.text("enrolment");
        read.deviceName = reader.text("device_name");
    });
    return done ? read : Membership();
}

void keepMembership(Workspace& workspace, const Membership& membership) {
    const Json json{{"state", states[static_cast<std::size_t>(membership.state)]},
                    {"hub", membership.hub},
                    {"tls_key", sync::toBase64(membership.tlsKey)},
                    {"hub_key", sync::toBase64(membership.hubKey)},
                    {"role", sync::codeOf(membership.role)},
                    {"commune", membership.commune},
                    {"enrolment", membership.enrolment},
                    {"device_name", membership.deviceName}};
    workspace.setLocal(key, QString::fromStdString(json.dump()));
}

} // namespace medicobus::app
