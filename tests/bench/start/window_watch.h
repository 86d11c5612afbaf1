// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <xcb/xcb.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace medicobus::bench {

/// Waits for the windows that programs open on the X server of `DISPLAY`, which runs no window manager.
class WindowWatch {
public:
    using Clock = std::chrono::steady_clock;

    /// Whether the server answers.
    bool isConnected() const;
    /// Forgets what was opened before.
    void begin();
    /// When the first large window came up; nothing when none came in time.
    std::optional<Clock::time_point> waitForWindow(std::chrono::milliseconds limit);
    /// When that window first showed a picture rather than one colour, to 10 ms.
    std::optional<Clock::time_point> waitForPicture(std::chrono::milliseconds limit);

    WindowWatch();

private:
    struct Disconnect {
        void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
    };
    bool hasPicture() const;
    bool isLarge(xcb_window_t window) const;

    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
    xcb_window_t m_root = 0;
    xcb_window_t m_window = 0;
};

} // namespace medicobus::bench
