// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace medicobus::app {

/// Runs work that stops to wait for the outside, without making its owner wait with it: work and owner take
/// turns, so that what both use has one user at a time, and the owner goes on while the work is `away`.
///
/// All but `away` is the owner's to call, from one thread. The owner is held up while the work has its turn.
class Aside {
public:
    /// `whenBack` is called on the work's thread each time it waits for its turn after having been away; it
    /// has to see to it that the owner calls `goOn`.
    explicit Aside(std::function<void()> whenBack);
    /// Lets work under way come to its end first.
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

    /// Gives the work its first turn. Nothing may be under way.
    void start(std::function<void()> work);
    /// Gives the work its next turn once it is back; before that, does nothing.
    void goOn();
    /// Waits for the end of what is under way.
    void finish();
    bool isBusy() const { return m_isBusy; }

    /// From the work alone: the owner goes on while `outside` runs.
    template <typename Outside>
    auto away(Outside outside) {
        leave();
        auto result = outside();
        comeBack();
        return result;
    }

private:
    enum class Turn { Owner, Work };

    void loop();
    void leave();
    void comeBack();
    void giveTurn(std::unique_lock<std::mutex>& held);

    std::function<void()> m_whenBack;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_work;
    Turn m_turn = Turn::Owner;
    bool m_isBack = false; ///< Waits for its turn.
    bool m_isOver = true;  ///< The work has ended.
    bool m_isEnd = false;  ///< The thread is to end.
    bool m_isBusy = false; ///< The owner's own view.
    std::thread m_thread;
};

} // namespace medicobus::app
