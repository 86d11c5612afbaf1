// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/company.h"

#include "sync/hub/desk/enrolments.h"
#include "sync/hub/identity.h"
#include "tests/simulation/cast/programme.h"
#include "tests/simulation/world/chance.h"

#include <fmt/format.h>
#include <unistd.h>

#include <stdexcept>

namespace medicobus::simulation {
namespace {

/// Thrown where the simulation itself cannot go on: no guarantee is broken, the test is.
void must(bool isDone, std::string_view what) {
    if (!isDone) {
        throw std::runtime_error(fmt::format("the simulation's company: {} failed", what));
    }
}
template <typename T>
void must(const Result<T>& result, std::string_view what) {
    if (!result) {
        throw std::runtime_error(fmt::format("the simulation's company: {} failed: {} {}", what,
                                             result.error().code().name, result.error().detail("cause")));
    }
}

/// The files that stand for those of the simulated disks, which are empty.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "medicobus-simulation-XXXXXX").string();
        must(::mkdtemp(name.data()) != nullptr, "a folder");
        m_path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

const std::filesystem::path& root() {
    static const Folder folder;
    return folder.path();
}

sync::Role roleOf(std::size_t device) {
    switch (static_cast<Who>(device)) {
    case Who::Coordination:
        return sync::Role::Coordination;
    case Who::TownHall:
        return sync::Role::TownHall;
    default:
        return sync::Role::Crew;
    }
}

/// Enrols one device as a person on the hub's own command line would.
void enrol(Company& company, Tablet& tablet) {
    const RunningAs running(tablet.process());
    const sync::Role role = roleOf(tablet.number());
    const std::string commune = role == sync::Role::TownHall ? communeOfBrumeval : "";
    const bool joinsCrew = role == sync::Role::Crew && tablet.number() > 0;
    const auto done = company.hub.command([&](sync::HubTransaction& transaction, sync::Author& author,
                                              sync::PlanViews&) -> Result<void> {
        const Instant now = author.now();
        sync::EnrolmentRequest request;
        request.secret = sync::invite(transaction, role, commune, tablet.name(), now + std::chrono::hours(1),
                                      seededEntropy());
        request.device = tablet.desk().journal().device();
        request.name = tablet.name();
        request.signKey = tablet.vault().signPublicKey();
        request.boxKey = tablet.vault().boxPublicKey();
        const auto begun = sync::beginEnrolment(transaction, request, now, author.newUuid());
        must(begun, "an enrolment");
        sync::Approval approval;
        if (joinsCrew) {
            approval.crewKey = company.of(Who::Tablet1).vault().sealCrewKeyFor(request.boxKey).value();
        }
        const auto decided = sync::decideEnrolment(transaction, author, begun->enrolment, approval, nullptr);
        must(decided, "an approval");
        if (joinsCrew) {
            must(tablet.vault().adoptCrewKey(decided->crewKey), "the crew's key");
        }
        return {};
    });
    must(done, "a command");
    must(tablet.desk().setEnrolled(), "setEnrolled");
}

void exchangeAll(Company& company) {
    for (int round = 0; round < 2; ++round) {
        for (auto& tablet : company.tablets) {
            must(tablet->synchronise(), "the first exchange");
        }
    }
}

/// A programme, three people and a share of a passage for each of two tablets.
void furnish(Company& company) {
    {
        Tablet& coordination = company.of(Who::Coordination);
        const RunningAs running(coordination.process());
        must(coordination.desk().publish(smallProgramme(0)), "the programme");
    }
    exchangeAll(company);
    for (std::uint32_t number = 0; number < 3; ++number) {
        const Step step{Who::Tablet1, Act::Register, {number, number + 3, number}, {}, number};
        const Deed deed = perform(company.of(Who::Tablet1), step, company.people);
        must(deed.registered.has_value(), "a registration");
        company.people.push_back(*deed.registered);
    }
    exchangeAll(company);
}

Beginning makeBeginning() {
    installVfs();
    seedEverything(20270301);
    FaultCounts counts;
    Company company(counts);
    must(company.hub.start(), "the hub");
    company.hub.look([&](sync::HubTransaction& transaction) {
        company.hubKey = sync::identityIn(transaction, company.hub.clock(), seededEntropy()).publicKey;
    });
    for (auto& tablet : company.tablets) {
        tablet->connect(company.network, company.hubKey, nullptr);
        must(tablet->start(counts, tablet->number() == 0), "a device");
        enrol(company, *tablet);
    }
    furnish(company);
    Beginning made;
    vault::RecoveryPair recovery = vault::Vault::makeRecoveryPair();
    made.recoveryKey = std::move(recovery.secretKey);
    made.people = company.people;
    made.hubKey = company.hubKey;
    made.moment = company.truth.now();
    made.crewKey = company.of(Who::Tablet1).vault().crewPublicKey().value();
    for (auto& tablet : company.tablets) {
        must(tablet->vault().setRecoveryKey(recovery.publicKey), "the recovery key");
        made.chains[tablet->number()] = tablet->chain();
        tablet->stop();
        made.tablets[tablet->number()] = tablet->image();
    }
    company.hub.stop();
    made.hub = company.hub.machine().image();
    return made;
}

} // namespace

Company::Company(FaultCounts& theCounts)
    : truth(toInstant(parseLocal(firstMoment).value()).value()),
      counts(theCounts),
      hub(root(), truth, counts, nullptr),
      network([this](const sync::HttpCall& call) { return hub.answer(call); }, counts) {
    for (std::size_t number = 0; number < deviceCount; ++number) {
        tablets[number] = std::make_unique<Tablet>(number, std::string(whoNames[number]), root(), truth);
    }
}

Company::Company(const Beginning& begin, FaultCounts& theCounts, const Plant* thePlant)
    : truth(begin.moment),
      counts(theCounts),
      plant(thePlant),
      hub(root(), truth, counts, thePlant),
      network([this](const sync::HttpCall& call) { return hub.answer(call); }, counts),
      people(begin.people),
      hubKey(begin.hubKey) {
    hub.machine().restore(begin.hub);
    must(hub.start(), "the hub");
    for (std::size_t number = 0; number < deviceCount; ++number) {
        tablets[number] = std::make_unique<Tablet>(number, std::string(whoNames[number]), root(), truth);
        tablets[number]->restore(begin.tablets[number]);
        tablets[number]->connect(network, hubKey, plant);
    }
}

bool Company::wake(Tablet& tablet) {
    return tablet.isRunning() || tablet.start(counts);
}

std::filesystem::path stickFile() {
    return root() / "stick";
}

const Beginning& beginning() {
    static const Beginning made = makeBeginning();
    return made;
}

} // namespace medicobus::simulation
