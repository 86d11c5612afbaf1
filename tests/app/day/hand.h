// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QElapsedTimer>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace medicobus::app {

/// What one common act costs: how often it was done, and the sums over all of them.
struct ActCost {
    int times = 0;
    int taps = 0;
    int swipes = 0;
    int letters = 0;
    double seconds = 0; ///< Until the screen had answered; a person's own time is not in it.
};

/// A person's hand on a window: it finds things by the words on them, swipes until they are in sight, touches
/// and types. What it cannot find, or what is smaller than 48 units, ends the program and says so.
class Hand {
public:
    using Accept = std::function<bool(const QQuickItem&)>;

    explicit Hand(QQuickWindow& window);

    /// What follows, until the next act, is counted under this name; nothing while it is empty.
    void act(const std::string& name);
    const std::map<std::string, ActCost>& costs() const { return m_costs; }

    /// A button, by the words on it.
    void touch(const QString& words);
    /// Any item, by its name in the page.
    void touchNamed(const QString& objectName);
    /// The part of that name in the line of the list on which this person stands.
    void touchLine(const QString& person, const QString& part);
    /// Letter by letter into the field of that name, which it touches first unless the page has done so.
    void type(const QString& objectName, const QString& text);
    /// Waits until these words are nowhere to be read any more.
    void awaitGone(const QString& words) const;
    /// The text in the field of that name; waits for the field.
    QString textIn(const QString& objectName);
    /// The words of every line in sight, for a failure.
    QStringList inSight() const;

private:
    QQuickItem* find(const Accept& accept) const;
    /// Scrolls with a finger until it is there and whole: the page around it, or the list of the half-day, of
    /// which only the lines in sight exist.
    QQuickItem& reach(const Accept& accept, const QString& what);
    /// The same once it stays where it is: pages and sheets that were just opened are still on their way, and
    /// lists make their lines anew.
    QQuickItem& reachStill(const Accept& accept, const QString& what);
    void tap(const Accept& accept, const QString& what);
    void swipe(QQuickItem& flickable, double distance);
    void settle();

    QQuickWindow& m_window;
    QPointingDevice* m_finger;
    std::string m_act;
    std::map<std::string, ActCost> m_costs;
};

/// Adds them to those of an earlier run of the program.
void keepCosts(std::map<std::string, ActCost> costs, const std::filesystem::path& file);
std::map<std::string, ActCost> readCosts(const std::filesystem::path& file);

/// A table of what each act costs: taps, swipes, letters, the answer of the screen, and
/// what a practised person would take by the keystroke-level model.
std::string costTable(const std::map<std::string, ActCost>& costs);

} // namespace medicobus::app
