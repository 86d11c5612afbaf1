// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/operation.h"
#include "tests/bench/sync/bench.h"

#include <fmt/format.h>

#include <sys/resource.h>

namespace medicobus::bench {
namespace {

using journal::OperationDraft;
using testing::must;

/// A person who came without appointment, was seen, and what was recorded of it: four operations, three of
/// them sealed as the desk seals them.
void addPerson(testing::Tablet& tablet, int number, std::vector<OperationDraft>& drafts) {
    const auto envelope = must(tablet.vault().makeKey(), "key");
    must(tablet.journal().putEnvelope({envelope.key, envelope.wrapped}), "envelope");
    const std::string patient = tablet.journal().newUuid().text();
    const std::string appointment = tablet.journal().newUuid().text();
    const auto add = [&](journal::Subject subject, std::string kind, Json open, const std::string& sealed) {
        OperationDraft draft;
        draft.actor = "equipe";
        draft.subject = std::move(subject);
        draft.kind = std::move(kind);
        draft.open = std::move(open);
        if (!sealed.empty()) {
            draft.sealed =
                must(tablet.vault().seal(envelope, {"operations", "sealed_body", draft.subject.id}, sealed),
                     "seal");
            draft.sealKey = envelope.key;
        }
        drafts.push_back(std::move(draft));
    };
    add({"patient", patient}, "patient.registered", Json::object(),
        fmt::format(
            R"({{"birth_date":"1951-03-12","commune":"99001","family_name":"Imaginaire {}","given_name":"Fictive"}})",
            number));
    add({"appointment", appointment}, "appointment.walked_in",
        {{"occurrence", "matin@2027-03-02T09:00"}, {"promised", "2027-03-02T09:20"}},
        fmt::format(R"({{"patient":"{}","reason":"A","flags":{{"no_declared_gp":true}}}})", patient));
    add({"appointment", appointment}, "appointment.seen", Json::object(), "");
    add({"appointment", appointment}, "visit.recorded", Json::object(),
        R"({"reason":"A","outcome":"treated","orientations":["nurse"],"note":"revoir dans trois semaines"})");
}

void fill(testing::Tablet& tablet, int operations) {
    std::vector<OperationDraft> drafts;
    for (int number = 0; static_cast<int>(drafts.size()) < operations; ++number) {
        addPerson(tablet, number, drafts);
    }
    drafts.resize(static_cast<std::size_t>(operations));
    must(tablet.journal().appendAll(drafts), "append");
}

/// Mean bytes of an operation on the wire.
std::size_t sizeOnWire(testing::Tablet& tablet) {
    std::size_t bytes = 0;
    std::size_t count = 0;
    must(tablet.journal().each([&](const journal::Operation& operation) -> Result<void> {
        bytes += sync::textOf(operation).size();
        ++count;
        return {};
    }),
         "read");
    return bytes / count;
}

long ownPeakKib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double runPouch(const BothWays& options, std::size_t size) {
    const auto output = testing::outputOf(
        {"node", options.pouchdb + "/peer.mjs", std::to_string(options.operations), std::to_string(size)});
    const Json json = Json::parse(output.value_or(""), nullptr, false);
    if (json.is_discarded()) {
        fmt::print("PouchDB: did not run\n");
        return 0;
    }
    fmt::print("PouchDB, LevelDB      push {:6.2f} s   pull {:6.2f} s   both {:6.2f} s   server {} MB, "
               "clients {} MB\n",
               json.at("push").get<double>(), json.at("pull").get<double>(), json.at("both").get<double>(),
               json.at("server_mb").get<int>(), json.at("client_mb").get<int>());
    return json.at("both").get<double>();
}

} // namespace

void measureBothWays(const std::string& hub, const std::string& database, const BothWays& options) {
    Ground ground(hub, database);
    const auto one = ground.newTablet("equipe-1");
    const auto other = ground.newTablet("equipe-2", one.get());
    testing::Tablet& first = *one;
    testing::Tablet& second = *other;
    fill(first, options.operations);
    const std::size_t size = sizeOnWire(first);

    auto begun = Timer::now();
    must(first.exchange().run(), "push");
    const double push = since(begun);
    begun = Timer::now();
    must(second.exchange().run(), "pull");
    const double pull = since(begun);

    const auto held = must(second.journal().chains(), "chains");
    const bool isAll =
        must(first.exchange().status(), "status").isSynchronised
        && held.at(first.journal().device()) == options.operations
        && must(first.journal().operationsHash(), "hash") == must(second.journal().operationsHash(), "hash");
    fmt::print("{} operations of {} bytes on the wire{}\n", options.operations, size,
               isAll ? "" : "  NOT ALL ARRIVED");
    fmt::print(
        "Medicobus, {:10} push {:6.2f} s   pull {:6.2f} s   both {:6.2f} s   hub {} MB, both tablets {} MB\n",
        database, push, pull, push + pull, ground.hub->child().peakKib() / 1024, ownPeakKib() / 1024);
    if (!options.pouchdb.empty()) {
        const double pouch = runPouch(options, size);
        fmt::print("ratio {:.1f}\n", pouch / (push + pull));
    }
}

} // namespace medicobus::bench
