// SPDX-License-Identifier: EUPL-1.2
#include "exchange/aside.h"

namespace medicobus::app {

Aside::Aside(std::function<void()> whenBack)
    : m_whenBack(std::move(whenBack)), m_thread([this] { loop(); }) {}

Aside::~Aside() {
    finish();
    std::unique_lock held(m_mutex);
    m_isEnd = true;
    m_changed.notify_all();
    held.unlock();
    m_thread.join();
}

void Aside::start(std::function<void()> work) {
    std::unique_lock held(m_mutex);
    m_work = std::move(work);
    m_isOver = false;
    giveTurn(held);
}

void Aside::finish() {
    std::unique_lock held(m_mutex);
    while (!m_isOver) {
        m_changed.wait(held, [&] { return m_isBack; });
        giveTurn(held);
    }
}

void Aside::goOn() {
    std::unique_lock held(m_mutex);
    if (m_isBack) {
        giveTurn(held);
    }
}

void Aside::giveTurn(std::unique_lock<std::mutex>& held) {
    m_turn = Turn::Work;
    m_changed.notify_all();
    m_changed.wait(held, [&] { return m_turn == Turn::Owner; });
    m_isBusy = !m_isOver;
}

void Aside::loop() {
    std::unique_lock held(m_mutex);
    for (;;) {
        m_changed.wait(held, [&] { return m_isEnd || (m_turn == Turn::Work && m_work); });
        if (m_isEnd) {
            return;
        }
        const auto work = std::exchange(m_work, nullptr);
        held.unlock();
        work();
        held.lock();
        m_isOver = true;
        m_turn = Turn::Owner;
        m_changed.notify_all();
    }
}

void Aside::leave() {
    const std::lock_guard held(m_mutex);
    m_turn = Turn::Owner;
    m_changed.notify_all();
}

void Aside::comeBack() {
    {
        const std::lock_guard held(m_mutex);
        m_isBack = true;
        m_changed.notify_all();
    }
    m_whenBack();
    std::unique_lock held(m_mutex);
    m_changed.wait(held, [&] { return m_turn == Turn::Work; });
    m_isBack = false;
}

} // namespace medicobus::app
