// SPDX-License-Identifier: EUPL-1.2
#include "clinic/position/whereabouts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace medicobus::clinic {

namespace {

using namespace std::chrono_literals;

constexpr Meters vagueFrom{100};
/// No bus drives faster, in metres a second (144 km/h).
constexpr double topSpeed = 40;
/// By how much two good fixes of one place may differ.
constexpr Meters scatter{60};
/// Less is not told from a receiver's drift.
constexpr Meters leastMove{40};
constexpr auto standsAfter = 2min;
/// How far from the point of a place its car park may be.
constexpr Meters atPlace{250};
constexpr Meters awayFrom{150};
constexpr auto goneAfter = 20s;
/// So many agreeing fixes over so long a time are believed against the one before.
constexpr std::size_t enoughDoubts = 5;
constexpr auto longDoubt = 10s;

std::optional<Instant> instantIn(const Json& from, const char* key) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_number_integer()) {
        return std::nullopt;
    }
    return Instant(std::chrono::milliseconds(found->get<std::int64_t>()));
}

Json numberOf(Instant instant) {
    return instant.time_since_epoch().count();
}

std::optional<GeoPoint> pointIn(const Json& from, const char* key) {
    const auto found = from.find(key);
    return found == from.end() ? std::nullopt : pointFrom(*found);
}

} // namespace

Json written(const GeoPoint& point) {
    return {std::llround(point.lat * 1e6), std::llround(point.lon * 1e6)};
}

std::optional<GeoPoint> pointFrom(const Json& text) {
    if (!text.is_array() || text.size() != 2 || !text[0].is_number_integer()
        || !text[1].is_number_integer()) {
        return std::nullopt;
    }
    return GeoPoint{static_cast<double>(text[0].get<std::int64_t>()) / 1e6,
                    static_cast<double>(text[1].get<std::int64_t>()) / 1e6};
}

bool Whereabouts::isVague(const Fix& fix) const {
    return fix.accuracy && vagueFrom < *fix.accuracy;
}

bool Whereabouts::canFollow(const Fix& before, const Fix& after) const {
    const double seconds = std::chrono::duration<double>(after.at - before.at).count();
    return greatCircle(before.point, after.point).value <= scatter.value + topSpeed * seconds;
}

void Whereabouts::take(const Fix& fix) {
    if (isVague(fix) || (m_last && fix.at <= m_last->at)) {
        return;
    }
    if (m_last && !canFollow(*m_last, fix)) {
        doubt(fix);
        return;
    }
    m_doubted.clear();
    follow(fix);
}

void Whereabouts::doubt(const Fix& fix) {
    if (!m_doubted.empty() && (fix.at <= m_doubted.back().at || !canFollow(m_doubted.back(), fix))) {
        m_doubted.clear();
    }
    m_doubted.push_back(fix);
    if (m_doubted.size() < enoughDoubts || fix.at - m_doubted.front().at < longDoubt) {
        return;
    }
    // It was the one before that erred: the way from there was never driven.
    const bool isFirst = m_stays.empty() && m_driven.value == 0;
    if (isFirst) {
        m_depot.reset();
    }
    m_anchor = m_doubted.front();
    const std::vector<Fix> believed = std::exchange(m_doubted, {});
    for (const Fix& each : believed) {
        follow(each);
    }
}

void Whereabouts::follow(const Fix& fix) {
    if (!m_depot) {
        m_depot = fix.point;
    }
    noteMove(fix);
    noteStay(fix);
    m_last = fix;
}

void Whereabouts::noteMove(const Fix& fix) {
    if (!m_anchor) {
        m_anchor = fix;
        return;
    }
    if (m_stood && greatCircle(*m_stood, fix.point) <= awayFrom) {
        // Hours of drift would add up to kilometres.
        return;
    }
    const Meters moved = greatCircle(m_anchor->point, fix.point);
    const Meters vague{2 * fix.accuracy.value_or(Meters{0}).value};
    if (std::max(leastMove, vague) < moved) {
        m_driven += moved;
        m_anchor = fix;
    }
}

void Whereabouts::noteStay(const Fix& fix) {
    const bool stands = !m_stays.empty() && !m_stays.back().until;
    if (!stands) {
        const auto place = placeNear(m_anchor->point);
        if (place && standsAfter <= fix.at - m_anchor->at) {
            m_stays.push_back({*place, m_anchor->at, std::nullopt});
            m_stood = m_anchor->point;
            m_outside.reset();
        }
        return;
    }
    if (greatCircle(*m_stood, fix.point) <= awayFrom) {
        m_outside.reset();
        return;
    }
    if (!m_outside) {
        // It left between the last fix and this one.
        m_outside = fix.at;
    }
    if (goneAfter <= fix.at - *m_outside) {
        m_stays.back().until = *m_outside;
        m_stood.reset();
        m_outside.reset();
    }
}

std::optional<std::string> Whereabouts::placeNear(const GeoPoint& point) const {
    std::optional<std::string> nearest;
    Meters least = atPlace;
    const auto consider = [&](const std::string& key, const GeoPoint& at) {
        const Meters far = greatCircle(point, at);
        if (far < least) {
            least = far;
            nearest = key;
        }
    };
    for (const ExpectedPlace& each : m_places) {
        consider(each.key, each.point);
    }
    if (m_depot && !nearest) {
        consider({}, *m_depot);
    }
    return nearest;
}

Json Whereabouts::kept() const {
    Json stays = Json::array();
    for (const Stay& each : m_stays) {
        Json stay{{"place", each.place}, {"from", numberOf(each.from)}};
        if (each.until) {
            stay["until"] = numberOf(*each.until);
        }
        stays.push_back(std::move(stay));
    }
    Json kept{{"driven", std::llround(m_driven.value)}, {"stays", std::move(stays)}};
    if (m_depot) {
        kept["depot"] = written(*m_depot);
    }
    if (m_stood) {
        kept["stood"] = written(*m_stood);
    }
    if (m_last) {
        kept["last"] = written(m_last->point);
        kept["at"] = numberOf(m_last->at);
    }
    return kept;
}

void Whereabouts::takeUp(const Json& kept) {
    if (!kept.is_object()) {
        return;
    }
    m_depot = pointIn(kept, "depot");
    m_stood = pointIn(kept, "stood");
    const auto driven = kept.find("driven");
    m_driven = {driven != kept.end() && driven->is_number_integer()
                    ? static_cast<double>(driven->get<std::int64_t>())
                    : 0.0};
    const auto stays = kept.find("stays");
    for (const Json& each : stays != kept.end() && stays->is_array() ? *stays : Json::array()) {
        const auto place = each.is_object() ? each.find("place") : each.end();
        const auto from = each.is_object() ? instantIn(each, "from") : std::nullopt;
        if (from && place->is_string()) {
            m_stays.push_back({place->get<std::string>(), *from, instantIn(each, "until")});
        }
    }
    const auto last = pointIn(kept, "last");
    const auto at = instantIn(kept, "at");
    if (last && at) {
        m_last = Fix{*at, *last, {}};
        m_anchor = m_last;
    }
    if (!m_stays.empty() && !m_stays.back().until && !m_stood) {
        m_stays.pop_back();
    }
}

} // namespace medicobus::clinic
