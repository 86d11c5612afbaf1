// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/start/window_watch.h"

#include <cstdlib>
#include <cstring>
#include <set>
#include <thread>

namespace medicobus::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::uint16_t leastSide = 200;
/// A toolkit fills a window with one colour before its program has drawn; text alone brings more than these.
constexpr std::size_t coloursOfAPicture = 16;

template <typename T>
struct Free {
    void operator()(T* reply) const { std::free(reply); }
};
template <typename T>
using Reply = std::unique_ptr<T, Free<T>>;

} // namespace

WindowWatch::WindowWatch() : m_connection(xcb_connect(nullptr, nullptr)) {
    if (isConnected()) {
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
        const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), m_root, XCB_CW_EVENT_MASK, &events);
        xcb_flush(m_connection.get());
    }
}

bool WindowWatch::isConnected() const {
    return xcb_connection_has_error(m_connection.get()) == 0;
}

void WindowWatch::begin() {
    m_window = 0;
    while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(m_connection.get())}) {
    }
}

bool WindowWatch::isLarge(xcb_window_t window) const {
    const Reply<xcb_get_geometry_reply_t> geometry{
        xcb_get_geometry_reply(m_connection.get(), xcb_get_geometry(m_connection.get(), window), nullptr)};
    return geometry && geometry->width >= leastSide && geometry->height >= leastSide;
}

std::optional<WindowWatch::Clock::time_point> WindowWatch::waitForWindow(std::chrono::milliseconds limit) {
    constexpr int kindMask = 0x7F;
    for (const auto until = Clock::now() + limit; Clock::now() < until;) {
        const Reply<xcb_generic_event_t> event{xcb_poll_for_event(m_connection.get())};
        if (!event) {
            std::this_thread::sleep_for(1ms);
            continue;
        }
        const auto now = Clock::now();
        if ((event->response_type & kindMask) != XCB_MAP_NOTIFY) {
            continue;
        }
        xcb_map_notify_event_t mapped{};
        std::memcpy(&mapped, event.get(), sizeof mapped);
        if (isLarge(mapped.window)) {
            m_window = mapped.window;
            return now;
        }
    }
    return std::nullopt;
}

bool WindowWatch::hasPicture() const {
    const Reply<xcb_get_geometry_reply_t> geometry{
        xcb_get_geometry_reply(m_connection.get(), xcb_get_geometry(m_connection.get(), m_window), nullptr)};
    if (!geometry) {
        return false;
    }
    const Reply<xcb_get_image_reply_t> image{
        xcb_get_image_reply(m_connection.get(),
                            xcb_get_image(m_connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, m_window, 0, 0,
                                          geometry->width, geometry->height, ~0U),
                            nullptr)};
    if (!image) {
        return false;
    }
    const std::uint8_t* bytes = xcb_get_image_data(image.get());
    const auto count =
        static_cast<std::size_t>(xcb_get_image_data_length(image.get())) / sizeof(std::uint32_t);
    std::set<std::uint32_t> colours;
    for (std::size_t pixel = 0; pixel < count && colours.size() < coloursOfAPicture; ++pixel) {
        std::uint32_t colour = 0;
        std::memcpy(&colour, bytes + pixel * sizeof colour, sizeof colour);
        colours.insert(colour);
    }
    return colours.size() >= coloursOfAPicture;
}

std::optional<WindowWatch::Clock::time_point> WindowWatch::waitForPicture(std::chrono::milliseconds limit) {
    for (const auto until = Clock::now() + limit; Clock::now() < until;) {
        if (hasPicture()) {
            return Clock::now();
        }
        std::this_thread::sleep_for(10ms);
    }
    return std::nullopt;
}

} // namespace medicobus::bench
