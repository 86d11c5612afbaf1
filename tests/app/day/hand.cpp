// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/day/hand.h"

#include "tests/app/together/real_device.h"

#include <QTest>

#include <fmt/format.h>

#include <cmath>
#include <fstream>

namespace medicobus::app {

namespace {

constexpr int soon = 5'000;
constexpr double leastTarget = 48;
constexpr int mostSwipes = 40;

bool isButton(const QQuickItem& item) {
    return item.inherits("QQuickAbstractButton") && item.isEnabled();
}

bool says(const QQuickItem& item, const QString& words) {
    for (const char* name : {"text", "label", "title"}) {
        const QVariant value = item.property(name);
        if (value.typeId() == QMetaType::QString && value.toString() == words) {
            return true;
        }
    }
    return false;
}

void collect(QQuickItem& item, const Hand::Accept& accept, std::vector<QQuickItem*>& found) {
    if (!item.isVisible() || item.opacity() == 0) {
        return;
    }
    if (accept(item)) {
        found.push_back(&item);
    }
    for (QQuickItem* child : item.childItems()) {
        collect(*child, accept, found);
    }
}

QQuickItem* flickableAround(QQuickItem& item) {
    for (QQuickItem* each = item.parentItem(); each; each = each->parentItem()) {
        if (each->inherits("QQuickFlickable")) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

Hand::Hand(QQuickWindow& window) : m_window(window), m_finger(QTest::createTouchDevice()) {}

void Hand::act(const std::string& name) {
    m_act = name;
    if (!name.empty()) {
        ++m_costs[name].times;
    }
}

QQuickItem* Hand::find(const Accept& accept) const {
    std::vector<QQuickItem*> found;
    collect(*m_window.contentItem(), accept, found);
    return found.empty() ? nullptr : found.front();
}

QStringList Hand::inSight() const {
    std::vector<QQuickItem*> found;
    collect(
        *m_window.contentItem(), [](const QQuickItem& item) { return item.inherits("QQuickText"); }, found);
    QStringList words;
    for (const QQuickItem* each : found) {
        words << each->property("text").toString();
    }
    words.removeAll(QString());
    return words;
}

void Hand::awaitGone(const QString& words) const {
    const auto isThere = [&](const QQuickItem& item) { return says(item, words); };
    if (!QTest::qWaitFor([&] { return find(isThere) == nullptr; }, patience)) {
        fail(QStringLiteral("“%1” does not go").arg(words));
    }
}

void Hand::settle() {
    QCoreApplication::processEvents();
    const auto isMoving = [](const QQuickItem& item) {
        return item.inherits("QQuickFlickable") && item.property("moving").toBool();
    };
    if (!QTest::qWaitFor([&] { return find(isMoving) == nullptr; }, soon)) {
        fail(QStringLiteral("a page does not come to rest"));
    }
}

void Hand::swipe(QQuickItem& flickable, double distance) {
    if (!m_act.empty()) {
        ++m_costs[m_act].swipes;
    }
    const QPointF middle = flickable.mapToScene({flickable.width() / 2, flickable.height() / 2});
    constexpr int steps = 10;
    const auto at = [&](int step) {
        return QPoint(static_cast<int>(middle.x()),
                      static_cast<int>(middle.y() + distance / 2 - distance * step / steps));
    };
    QTest::touchEvent(&m_window, m_finger).press(0, at(0));
    for (int step = 1; step <= steps; ++step) {
        QTest::touchEvent(&m_window, m_finger).move(0, at(step));
    }
    // Held still before it is lifted: it is to scroll, not to fly.
    for (int rest = 0; rest < 3; ++rest) {
        QTest::touchEvent(&m_window, m_finger).move(0, at(steps) + QPoint(0, rest % 2));
    }
    QTest::touchEvent(&m_window, m_finger).release(0, at(steps));
    settle();
}

QQuickItem& Hand::reach(const Accept& accept, const QString& what) {
    QQuickItem* item = nullptr;
    // A page that was just opened may still be on its way; what stays away is further down.
    constexpr int opening = 1'000;
    static_cast<void>(QTest::qWaitFor([&] { return (item = find(accept)) != nullptr; }, opening));
    double direction = 1;
    for (int swipes = 0; swipes < mostSwipes; ++swipes) {
        item = find(accept);
        QQuickItem* page =
            item ? flickableAround(*item)
                 : find([](const QQuickItem& each) { return each.objectName() == QLatin1String("people"); });
        if (item && !page) {
            return *item;
        }
        if (!page) {
            break;
        }
        double travel = page->height() * 0.6 * direction;
        if (item) {
            const double top = item->mapToItem(page, QPointF(0, 0)).y();
            const double below = top + item->height() - page->height();
            if ((top >= 0 || item->height() > page->height()) && below <= 0) {
                return *item;
            }
            travel = below > 0 ? std::min(below + 24, page->height() * 0.6)
                               : std::max(top - 24, -page->height() * 0.6);
            // A finger moves some before the page follows.
            travel += std::copysign(12, travel);
        } else if (page->property(direction > 0 ? "atYEnd" : "atYBeginning").toBool()) {
            direction = -direction;
            travel = -travel;
        }
        swipe(*page, travel);
    }
    fail(QStringLiteral("not to be found: “%1” among: %2").arg(what, inSight().join(QStringLiteral(" | "))));
}

QQuickItem& Hand::reachStill(const Accept& accept, const QString& what) {
    constexpr int still = 15;
    QQuickItem* item = nullptr;
    QPointF last;
    int rounds = 0;
    const bool isStill = QTest::qWaitFor(
        [&] {
            QQuickItem* now = &reach(accept, what);
            const QPointF place = now->mapToScene({0, 0});
            rounds = now == item && place == last ? rounds + 1 : 0;
            item = now;
            last = place;
            return rounds >= still;
        },
        soon);
    if (!isStill) {
        fail(QStringLiteral("“%1” does not come to rest").arg(what));
    }
    return *item;
}

void Hand::tap(const Accept& accept, const QString& what) {
    const QQuickItem& item = reachStill(accept, what);
    if (item.width() < leastTarget || item.height() < leastTarget) {
        fail(QStringLiteral("too small for a glove: “%1”, %2 x %3")
                 .arg(what)
                 .arg(item.width())
                 .arg(item.height()));
    }
    const QPoint at = item.mapToScene({item.width() / 2, item.height() / 2}).toPoint();
    QElapsedTimer timer;
    timer.start();
    QTest::touchEvent(&m_window, m_finger).press(0, at);
    QTest::touchEvent(&m_window, m_finger).release(0, at);
    QCoreApplication::processEvents();
    if (!m_act.empty()) {
        ++m_costs[m_act].taps;
        m_costs[m_act].seconds += static_cast<double>(timer.nsecsElapsed()) / 1e9;
    }
}

void Hand::touch(const QString& words) {
    tap([&](const QQuickItem& item) { return isButton(item) && says(item, words); }, words);
}

void Hand::touchNamed(const QString& objectName) {
    tap([&](const QQuickItem& item) { return item.objectName() == objectName && item.isEnabled(); },
        objectName);
}

void Hand::touchLine(const QString& person, const QString& part) {
    const auto isPart = [&](const QQuickItem& item) {
        if (item.objectName() != part) {
            return false;
        }
        for (const QQuickItem* each = item.parentItem(); each; each = each->parentItem()) {
            if (each->property("appointment").isValid() && each->property("name").isValid()) {
                return each->property("name").toString() == person;
            }
        }
        return false;
    };
    tap(isPart, person);
}

void Hand::type(const QString& objectName, const QString& text) {
    const QQuickItem& field =
        reach([&](const QQuickItem& item) { return item.objectName() == objectName; }, objectName);
    if (!field.hasActiveFocus()) {
        touchNamed(objectName);
    }
    for (const QChar each : text) {
        QTest::keyClick(&m_window, each.toLatin1());
    }
    QCoreApplication::processEvents();
    if (!m_act.empty()) {
        m_costs[m_act].letters += static_cast<int>(text.size());
    }
}

QString Hand::textIn(const QString& objectName) {
    return reach([&](const QQuickItem& item) { return item.objectName() == objectName; }, objectName)
        .property("text")
        .toString();
}

std::map<std::string, ActCost> readCosts(const std::filesystem::path& file) {
    std::map<std::string, ActCost> costs;
    std::ifstream in(file);
    for (std::string name; std::getline(in, name);) {
        ActCost& cost = costs[name];
        in >> cost.times >> cost.taps >> cost.swipes >> cost.letters >> cost.seconds;
        in.ignore();
    }
    return costs;
}

void keepCosts(std::map<std::string, ActCost> costs, const std::filesystem::path& file) {
    for (const auto& [name, before] : readCosts(file)) {
        ActCost& cost = costs[name];
        cost.times += before.times;
        cost.taps += before.taps;
        cost.swipes += before.swipes;
        cost.letters += before.letters;
        cost.seconds += before.seconds;
    }
    std::ofstream out(file);
    for (const auto& [name, cost] : costs) {
        out << fmt::format("{}\n{} {} {} {} {}\n", name, cost.times, cost.taps, cost.swipes, cost.letters,
                           cost.seconds);
    }
}

std::string costTable(const std::map<std::string, ActCost>& costs) {
    // Card, Moran and Newell, The Keystroke-Level Model, Communications of the ACM 23(7), 1980, table 1: a
    // key 0.28 s (average non-secretary typist), pointing 1.1 s, making ready 1.35 s; a touch is a pointing,
    // a swipe two, and each act begins with making ready.
    constexpr double key = 0.28;
    constexpr double point = 1.1;
    constexpr double ready = 1.35;
    std::string table = "| act | times | taps | swipes | letters | the screen, ms | a person, s |\n"
                        "|---|---|---|---|---|---|---|\n";
    for (const auto& [name, cost] : costs) {
        const double times = cost.times;
        const double person =
            ready + (point * (cost.taps + 2.0 * cost.swipes) + key * cost.letters + cost.seconds) / times;
        table += fmt::format("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {:.0f} | {:.1f} |\n", name, cost.times,
                             cost.taps / times, cost.swipes / times, cost.letters / times,
                             1000 * cost.seconds / times, person);
    }
    return table;
}

} // namespace medicobus::app
