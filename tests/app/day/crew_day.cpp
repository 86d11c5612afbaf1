// SPDX-License-Identifier: EUPL-1.2
// A day of the crew through the application's own screens, by touches. Arguments: a folder that stays between
// the phases, the phase, the date of the day, the hub's program, its data. Ends with 0, or says what went
// wrong; the morning ends by a kill in the middle of a sentence.
//   eve        with the network: devices enrolled, a programme, twenty people booked and confirmed
//   morning    the first stop, without a network
//   afternoon  on after the kill, the second stop, still without
//   evening    the network is back: everything is sent, and a colleague's tablet has it all

#include "lock/forget_on_lock.h"
#include "lock/idle_watch.h"
#include "platform/clock/system_clock.h"
#include "tests/app/day/hand.h"
#include "tests/app/together/real_device.h"
#include "tests/core/clinic/desk_test.h"
#include "tests/core/vault/vault_folder.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>

#include <fmt/format.h>

#include <array>
#include <csignal>

namespace medicobus::app {
namespace {

using clinic::ReasonGroup;

constexpr std::array givenNames{"Fleur",     "Octave",  "Basile",    "Prune",    "Sidonie",
                                "Anatole",   "Blanche", "Gaspard",   "Hortense", "Isidore",
                                "Jonquille", "Lazare",  "Mirabelle", "Narcisse", "Ondine",
                                "Perceval",  "Rosalba", "Sylvain",   "Tancrede", "Violaine"};
constexpr std::size_t inTheMorning = 12;
constexpr const char* halfASentence = "toux depuis trois jou";

QString nameOf(std::size_t person) {
    return QString::fromLatin1(givenNames[person]) + QStringLiteral(" Imaginaire");
}

/// Five minutes after somebody's place.
std::string hourOf(std::size_t person) {
    const bool isMorning = person < inTheMorning;
    const std::size_t minutes =
        (isMorning ? 9 * 60 + 15 * person : 14 * 60 + 15 * (person - inTheMorning)) + 5;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

/// Two stops on that day alone, and a place for each of twenty people.
plan::Programme programmeOf(Date date) {
    plan::Programme programme = clinic::twoStops();
    programme.firstMonday = mondayOf(date);
    programme.slot = std::chrono::minutes(15);
    const Weekday weekday = weekdayOf(date);
    programme.sites[0].commune = "Aubefleur";
    programme.sites[1].commune = "Brumeval";
    for (plan::Series& each : programme.series) {
        each.weekday = weekday;
    }
    programme.tours[0].weekday = weekday;
    return programme;
}

plan::OccurrenceId passageOf(Date date, bool isMorning) {
    return {{isMorning ? "matin" : "soir"}, LocalTime(date) + std::chrono::hours(isMorning ? 9 : 14)};
}

/// A tablet of the crew is approved on another, which hands the key on.
void addColleague(RealDevice& tablet, RealDevice& colleague) {
    colleague.makeFirst("Paul", "9318");
    DevicesPage& devices = *tablet.shell->coordination()->devices();
    devices.setShown(true);
    devices.invite();
    await([&] { return !devices.codeUri().isEmpty(); }, "the tablet makes a code",
          [&] { return devices.problem(); });
    colleague.ask(devices.codeText());
    await(
        [&] {
            devices.refresh();
            return devices.requestCount() == 1;
        },
        "the tablet sees who asks");
    devices.approve(devices.requests()->rows().front().id);
    await([&] { return colleague.shell->enrolment()->stage() == "member"; }, "the colleague is a member");
}

bool isConfirmed(clinic::Desk& desk, const plan::OccurrenceId& passage) {
    const auto list = desk.dayList(passage);
    return list && std::all_of(list->entries.begin(), list->entries.end(), [](const clinic::DayEntry& each) {
               return each.appointment && each.appointment->claim == clinic::Claim::Confirmed;
           });
}

void bookAll(RealDevice& tablet, Date date) {
    clinic::Desk& desk = *tablet.workspace->desk();
    for (std::size_t person = 0; person < givenNames.size(); ++person) {
        const bool isMorning = person < inTheMorning;
        const auto who = desk.registerPatient(
            {"Imaginaire", givenNames[person],
             *parseDate("1951-03-12") + date::days(400 * static_cast<int>(person)), "+33261910001", ""});
        const int slot = static_cast<int>(isMorning ? person : person - inTheMorning);
        if (!who || !desk.book({passageOf(date, isMorning), slot, *who, ReasonGroup::General, {}})) {
            fail(QStringLiteral("somebody could not be booked"));
        }
    }
    tablet.workspace->noteChange();
    await(
        [&] {
            tablet.shell->send()->sendNow();
            return isConfirmed(desk, passageOf(date, true)) && isConfirmed(desk, passageOf(date, false));
        },
        "the hub confirms twenty places");
}

struct Stage {
    std::filesystem::path folder;
    Date date;
    HubCommand hub;
};

void eve(const Stage& stage, vault::SecretStore& keychain) {
    const platform::SystemClock clock;
    RealDevice office(stage.folder / "office", clock, keychain);
    RealDevice tablet(stage.folder / "tablet", clock, keychain);
    enrol(office, tablet, stage.hub);
    expect(office.workspace->publish(programmeOf(stage.date)).has_value(), "the office publishes");
    office.shell->send()->sendNow();
    office.awaitText("Synchronisé");
    tablet.shell->send()->sendNow();
    await([&] { return tablet.workspace->programme() != nullptr; }, "the programme is on the tablet");
    RealDevice colleague(stage.folder / "colleague", clock, keychain);
    addColleague(tablet, colleague);
    bookAll(tablet, stage.date);
}

/// The tablet with its window, as `main` shows it.
class Window {
public:
    Window(const Stage& stage, vault::SecretStore& keychain, const char* time)
        : m_date(stage.date),
          m_device(stage.folder / "tablet", at(time), keychain),
          m_idle(*m_device.workspace, *qApp) {
        m_device.shell->setSpace(QStringLiteral("crew"));
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        forgetOnLock(*m_device.workspace, m_engine);
        m_engine.setInitialProperties({{"shell", QVariant::fromValue(m_device.shell.get())}});
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Medicobus/Shell/Main.qml")));
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().value(0));
        expect(m_window != nullptr, "the window opens");
        m_window->resize(1280, 800);
        expect(QTest::qWaitForWindowExposed(m_window), "and shows itself");
    }

    QQuickWindow& window() { return *m_window; }
    RealDevice& device() { return m_device; }
    const Clock& at(const std::string& time) {
        m_clock.set(formatDate(m_date) + "T" + time);
        return m_clock;
    }

private:
    Date m_date;
    clinic::SteppedClock m_clock;
    RealDevice m_device;
    IdleWatch m_idle;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

void unlock(Hand& hand, const char* pin) {
    hand.act("open with a PIN");
    for (const char* digit = pin; *digit; ++digit) {
        hand.touchNamed(QStringLiteral("key") + QLatin1Char(*digit));
    }
    hand.touchNamed(QStringLiteral("open"));
    hand.awaitGone(QString::fromUtf8("Code oublié"));
}

/// Who has no appointment is here already.
void receive(Hand& hand, const QString& who, bool isHere = false) {
    for (const char* act : {"arrived", "called in", "seen"}) {
        if (isHere && act == std::string_view("arrived")) {
            continue;
        }
        hand.act(act);
        hand.touchLine(who, QStringLiteral("next"));
    }
}

void recordVisit(Hand& hand, const QString& who) {
    hand.act("record a visit");
    hand.touchLine(who, QStringLiteral("next"));
    hand.touch(QStringLiteral("Ordonnance"));
    hand.touch(QStringLiteral("Terminer la consultation"));
}

void markAbsent(Hand& hand, const QString& who) {
    hand.act("absent");
    hand.touchLine(who, QStringLiteral("person"));
    hand.touch(QStringLiteral("Patient absent"));
}

void walkInKnown(Hand& hand, const QString& letters) {
    hand.act("walk-in, known");
    hand.touch(QStringLiteral("Ajouter sans rendez-vous"));
    hand.type(QStringLiteral("search"), letters);
    hand.touchNamed(QStringLiteral("found"));
    hand.touch(QStringLiteral("Peau"));
}

void walkInNew(Hand& hand, const QString& family, const QString& given) {
    hand.act("walk-in, new");
    hand.touch(QStringLiteral("Ajouter sans rendez-vous"));
    hand.touch(QStringLiteral("Nouvelle personne"));
    hand.type(QStringLiteral("familyName"), family);
    hand.type(QStringLiteral("givenName"), given);
    hand.type(QStringLiteral("birthDate"), QStringLiteral("05/11/1972"));
    hand.touch(QStringLiteral("Peau"));
}

void morning(const Stage& stage, vault::SecretStore& keychain) {
    Window tablet(stage, keychain, "07:55");
    Hand hand(tablet.window());
    unlock(hand, "4072");
    hand.act("confirm a moment of the tour");
    hand.touch(QString::fromUtf8("Départ du dépôt"));
    tablet.at("08:42");
    hand.act("confirm a moment of the tour");
    hand.touch(QString::fromUtf8("Je suis arrivé à Aubefleur"));
    for (std::size_t person = 0; person < 8; ++person) {
        tablet.at(hourOf(person));
        if (person == 3) {
            markAbsent(hand, nameOf(person));
            continue;
        }
        receive(hand, nameOf(person));
        if (person == 1) {
            hand.act("take back what was said");
            hand.touch(QStringLiteral("Annuler"));
            hand.act("seen");
            hand.touchLine(nameOf(person), QStringLiteral("next"));
        }
        if (person < 7) {
            recordVisit(hand, nameOf(person));
        }
    }
    walkInNew(hand, QStringLiteral("Imprevue"), QStringLiteral("Zoe"));
    hand.act({});
    hand.touchLine(nameOf(7), QStringLiteral("next"));
    hand.touch(QStringLiteral("Ordonnance"));
    hand.type(QStringLiteral("note"), QString::fromLatin1(halfASentence));
    keepCosts(hand.costs(), stage.folder / "costs");
    std::fflush(stdout);
    raise(SIGKILL);
}

void afternoon(const Stage& stage, vault::SecretStore& keychain) {
    Window tablet(stage, keychain, "10:55");
    Hand hand(tablet.window());
    unlock(hand, "4072");
    hand.act({});
    const QString note = hand.textIn(QStringLiteral("note"));
    expect(note == QLatin1String(halfASentence), "half a sentence is there after the kill", note);
    hand.touch(QStringLiteral("Terminer la consultation"));
    for (std::size_t person = 8; person < inTheMorning; ++person) {
        tablet.at(hourOf(person));
        receive(hand, nameOf(person));
        recordVisit(hand, nameOf(person));
    }
    receive(hand, QStringLiteral("Zoe Imprevue"), true);
    recordVisit(hand, QStringLiteral("Zoe Imprevue"));
    tablet.at("12:20");
    hand.act("confirm a moment of the tour");
    hand.touch(QStringLiteral("Je repars"));
    tablet.at("13:41");
    hand.act("confirm a moment of the tour");
    hand.touch(QString::fromUtf8("Je suis arrivé à Brumeval"));
    hand.act("open the list of a stop");
    hand.touch(QStringLiteral("8 rendez-vous"));
    for (std::size_t person = inTheMorning; person < givenNames.size(); ++person) {
        tablet.at(hourOf(person));
        if (person == 15) {
            markAbsent(hand, nameOf(person));
            continue;
        }
        receive(hand, nameOf(person));
        recordVisit(hand, nameOf(person));
    }
    walkInKnown(hand, QStringLiteral("gaspard"));
    walkInKnown(hand, QStringLiteral("fleur"));
    tablet.at("16:15");
    hand.act("confirm a moment of the tour");
    hand.touch(QStringLiteral("Je repars"));
    tablet.at("16:50");
    hand.act("confirm a moment of the tour");
    hand.touch(QString::fromUtf8("Je suis rentré au dépôt"));
    hand.act({});
    expect(tablet.device().shell->send()->text() != QString::fromUtf8("Synchronisé"),
           "nothing says “Synchronisé” without a network", tablet.device().shell->send()->text());
    keepCosts(hand.costs(), stage.folder / "costs");
}

/// The kinds of what only one of two journals holds.
QString heldByOne(const journal::Journal& left, const journal::Journal& right) {
    QStringList kinds;
    for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
        static_cast<void>(one->each([&, other = other](const journal::Operation& each) -> Result<void> {
            if (!other->operation(each.id).value()) {
                kinds << QString::fromStdString(each.kind) + (other == &right ? " here" : " there");
            }
            return {};
        }));
    }
    return kinds.join(QStringLiteral(", "));
}

void evening(const Stage& stage, vault::SecretStore& keychain) {
    // The hub's clock again: a day between the two would be told instead of the rest.
    const platform::SystemClock clock;
    RealDevice tablet(stage.folder / "tablet", clock, keychain);
    RealDevice colleague(stage.folder / "colleague", clock, keychain);
    tablet.enter("4072");
    colleague.enter("9318");
    tablet.shell->send()->sendNow();
    tablet.awaitText("Synchronisé");
    await(
        [&] {
            // Each may have something of its own to say, such as the crew's key.
            tablet.shell->send()->sendNow();
            colleague.shell->send()->sendNow();
            return colleague.workspace->desk()->journal().operationsHash().value()
                   == tablet.workspace->desk()->journal().operationsHash().value();
        },
        "both tablets have every operation",
        [&] {
            return heldByOne(tablet.workspace->desk()->journal(), colleague.workspace->desk()->journal());
        });
    clinic::Desk& desk = *colleague.workspace->desk();
    expect(desk.journal().stateHash().value() == tablet.workspace->desk()->journal().stateHash().value(),
           "and shows the same state");
    const auto am = desk.counts(passageOf(stage.date, true)).value();
    const auto pm = desk.counts(passageOf(stage.date, false)).value();
    expect(am.booked + pm.booked == 20 && am.walkIns + pm.walkIns == 3 && am.absent + pm.absent == 2,
           "twenty booked, three without appointment, two absent");
    expect(am.seen == 12 && pm.seen == 7, "nineteen were seen",
           QStringLiteral("%1 and %2").arg(am.seen).arg(pm.seen));
    std::printf("%s", costTable(readCosts(stage.folder / "costs")).c_str());
}

int run(const Stage& stage, const std::string& phase) {
    vault::FileKeychain keychain(stage.folder);
    if (phase == "eve") {
        eve(stage, keychain);
    } else if (phase == "morning") {
        morning(stage, keychain);
    } else if (phase == "afternoon") {
        afternoon(stage, keychain);
    } else if (phase == "evening") {
        evening(stage, keychain);
    } else {
        return 2;
    }
    return 0;
}

} // namespace
} // namespace medicobus::app

int main(int count, char** arguments) {
    QGuiApplication application(count, arguments);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QStringList words = QGuiApplication::arguments();
    if (words.size() != 6) {
        return 2;
    }
    using namespace medicobus;
    const app::Stage stage{words.at(1).toStdString(), parseDate(words.at(3).toStdString()).value(),
                           app::HubCommand(words.at(4), words.at(5))};
    return app::run(stage, words.at(2).toStdString());
}
