// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/demo/story.h"

#include <optional>
#include <utility>

namespace medicobus::cli {

/// What one device does. Remembers the first refusal of all, so that the story reads as one: after it,
/// nothing more is done.
class Teller {
public:
    Teller(StoryDevice& device, StoryClock& clock, std::optional<Error>& error)
        : m_device(device), m_desk(device.desk()), m_clock(clock), m_error(error) {}

    bool ok() const { return !m_error; }
    void exchange() {
        if (ok()) {
            take(m_device.exchange());
        }
    }
    /// A step of the story that is no desk's.
    template <typename Deed>
    void act(Deed deed) {
        if (ok()) {
            take(deed());
        }
    }

    void at(LocalTime time) {
        if (ok()) {
            take(m_clock.set(time));
        }
    }
    template <typename Ask>
    auto ask(Ask question) -> typename decltype(question(std::declval<clinic::Desk&>()))::value_type {
        using Answer = typename decltype(question(m_desk))::value_type;
        if (!ok()) {
            return Answer();
        }
        auto answer = question(m_desk);
        if (!answer) {
            m_error = answer.error();
            return Answer();
        }
        return std::move(*answer);
    }
    template <typename Deed>
    void tell(Deed deed) {
        if (ok()) {
            take(deed(m_desk));
        }
    }

private:
    template <typename T>
    void take(const Result<T>& result) {
        if (!result) {
            m_error = result.error();
        }
    }

    StoryDevice& m_device;
    clinic::Desk& m_desk;
    StoryClock& m_clock;
    std::optional<Error>& m_error;
};

} // namespace medicobus::cli
