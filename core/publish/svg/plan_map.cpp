// SPDX-License-Identifier: EUPL-1.2
#include "publish/svg/plan_map.h"

#include "publish/svg/labels.h"
#include "publish/svg/map_style.h"
#include "publish/svg/svg_writer.h"
#include "territory/need.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

namespace medicobus::publish {
namespace {

constexpr double pageWidth = 1200;
constexpr double pageHeight = 848; // A4 on its side.
constexpr double margin = 36;
constexpr double legendWidth = 236;
constexpr double legendLeft = pageWidth - margin - legendWidth;
constexpr double grid = 0.5;
constexpr Frame overviewFrame{legendLeft, 632, legendWidth, 180};
/// Keeps words legible over the map.
constexpr std::string_view halo = "stroke=\"#FFFFFF\" stroke-width=\"3.5\" stroke-opacity=\"0.9\" "
                                  "stroke-linejoin=\"round\" paint-order=\"stroke\"";

class PlanMap {
public:
    PlanMap(const plan::Scenario& scenario, const plan::Plan& plan,
            const std::vector<territory::Contour>& contours, const PlanMapWords& words)
        : m_scenario(scenario),
          m_plan(plan),
          m_words(words),
          m_frames(framesFor(scenario.buses.size())),
          m_projection(pointsServed(scenario, plan), inner(m_frames.front())),
          m_overview(pointsOf(contours), overviewFrame),
          m_svg(pageWidth, pageHeight, words.title, words.description) {
        define(contours);
    }

    std::string draw() {
        m_svg.rect(0, 0, pageWidth, pageHeight, fmt::format("fill=\"{}\"", ground));
        heading();
        for (std::size_t bus = 0; bus < m_scenario.buses.size(); ++bus) {
            panel(bus);
        }
        if (!m_scenario.buses.empty()) {
            legend();
        }
        return m_svg.finish();
    }

private:
    double top() const { return 84 + 20 * static_cast<double>(m_words.figures.size()); }

    std::vector<Frame> framesFor(std::size_t buses) const {
        const std::size_t columns = buses <= 1 ? 1 : buses <= 4 ? 2 : 3;
        const std::size_t rows = std::max<std::size_t>(1, (buses + columns - 1) / columns);
        constexpr double gap = 24;
        const double width = (legendLeft - gap - margin) / static_cast<double>(columns);
        const double height = (pageHeight - top() - margin) / static_cast<double>(rows);
        std::vector<Frame> frames;
        for (std::size_t at = 0; at < std::max<std::size_t>(1, buses); ++at) {
            frames.push_back({margin + width * static_cast<double>(at % columns),
                              top() + height * static_cast<double>(at / columns), width - gap, height - gap});
        }
        return frames;
    }

    /// Leaves a rim of land around what is served.
    static Frame inner(const Frame& frame) {
        constexpr double rim = 0.1;
        return {frame.x + rim * frame.width, frame.y + rim * frame.height, (1 - 2 * rim) * frame.width,
                (1 - 2 * rim) * frame.height};
    }

    static std::vector<GeoPoint> pointsOf(const std::vector<territory::Contour>& contours) {
        std::vector<GeoPoint> points;
        for (const territory::Contour& contour : contours) {
            for (const territory::Polygon& polygon : contour.polygons) {
                for (const territory::Ring& ring : polygon) {
                    points.insert(points.end(), ring.begin(), ring.end());
                }
            }
        }
        return points;
    }

    static std::vector<GeoPoint> pointsServed(const plan::Scenario& scenario, const plan::Plan& plan) {
        std::vector<GeoPoint> points;
        for (const plan::Bus& bus : scenario.buses) {
            points.push_back(bus.depot);
        }
        for (const plan::Series& series : plan.series) {
            if (const plan::Site* site = scenario.findSite(series.site)) {
                points.push_back(site->point);
            }
        }
        return points;
    }

    /// True when some of a contour may be seen inside the frame of the first panel.
    bool isSeen(const territory::Contour& contour) const {
        const Frame& frame = m_frames.front();
        double left = 1e9;
        double right = -1e9;
        double high = 1e9;
        double low = -1e9;
        for (const GeoPoint& point : pointsOf({contour})) {
            const Spot spot = m_projection(point);
            left = std::min(left, spot.x);
            right = std::max(right, spot.x);
            high = std::min(high, spot.y);
            low = std::max(low, spot.y);
        }
        return right >= frame.x && left <= frame.x + frame.width && low >= frame.y
               && high <= frame.y + frame.height;
    }

    /// The land once for all panels, which show it again where they stand, and once small.
    void define(const std::vector<territory::Contour>& contours) {
        m_svg.raw(fmt::format("<defs>\n<pattern id=\"u\" width=\"6\" height=\"6\" "
                              "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect "
                              "width=\"6\" height=\"6\" fill=\"{}\"/><path d=\"M0 0v6\" stroke=\"#8A8F91\" "
                              "stroke-width=\"2\"/></pattern>\n<clipPath id=\"c\">\n",
                              ground));
        const Frame& frame = m_frames.front();
        m_svg.rect(frame.x, frame.y, frame.width, frame.height, "rx=\"8\"");
        m_svg.raw("</clipPath>\n");
        std::vector<territory::Contour> seen;
        std::copy_if(contours.begin(), contours.end(), std::back_inserter(seen),
                     [&](const territory::Contour& contour) { return isSeen(contour); });
        land("land", seen, m_projection, 0.9);
        land("all", contours, m_overview, 0);
        m_svg.raw("</defs>\n");
    }

    void land(std::string_view id, const std::vector<territory::Contour>& contours,
              const Projection& projection, double edge) {
        std::map<std::string, std::optional<int>> classOf;
        for (const territory::Commune& commune : m_scenario.territory.communes) {
            classOf[commune.insee.value] = territory::depthClass(commune, m_scenario.policy.threshold);
        }
        std::array<std::string, needColours.size() + 1> paths; // The last for what is not known.
        for (const territory::Contour& contour : contours) {
            const auto depth = classOf.find(contour.insee.value);
            const bool isKnown = depth != classOf.end() && depth->second.has_value();
            paths[isKnown ? static_cast<std::size_t>(*depth->second) : needColours.size()] +=
                pathOf(contour, projection, grid);
        }
        m_svg.open(fmt::format("id=\"{}\" transform=\"scale({})\" stroke=\"{}\" stroke-width=\"{}\" "
                               "stroke-linejoin=\"round\"",
                               id, grid, ground, svgNumber(edge / grid)));
        for (std::size_t at = 0; at < paths.size(); ++at) {
            if (!paths[at].empty()) {
                m_svg.path(paths[at], at < needColours.size() ? fmt::format("fill=\"{}\"", needColours[at])
                                                              : std::string("fill=\"url(#u)\""));
            }
        }
        m_svg.close();
    }

    void heading() {
        m_svg.text(margin, 52, fmt::format("font-size=\"27\" font-weight=\"600\" fill=\"{}\"", ink),
                   m_words.title);
        double y = 78;
        for (const std::string& line : m_words.figures) {
            m_svg.text(margin, y, fmt::format("font-size=\"15\" fill=\"{}\"", inkSoft), line);
            y += 20;
        }
    }

    void panel(std::size_t bus) {
        const Frame& frame = m_frames[bus];
        const double dx = frame.x - m_frames.front().x;
        const double dy = frame.y - m_frames.front().y;
        m_svg.open(fmt::format("transform=\"translate({} {})\"", svgNumber(dx), svgNumber(dy)));
        m_svg.open("clip-path=\"url(#c)\"");
        m_svg.raw("<use href=\"#land\"/>\n");
        tours(m_scenario.buses[bus]);
        marks(m_scenario.buses[bus]);
        m_svg.close();
        const Frame& first = m_frames.front();
        m_svg.rect(first.x, first.y, first.width, first.height,
                   fmt::format("rx=\"8\" fill=\"none\" stroke=\"{}\"", lineColour));
        if (m_scenario.buses.size() > 1) {
            m_svg.text(first.x + 12, first.y + 24,
                       fmt::format("font-size=\"15\" font-weight=\"600\" fill=\"{}\" {}", ink, halo),
                       m_words.bus + m_scenario.buses[bus].id.value);
        }
        m_svg.close();
    }

    void tours(const plan::Bus& bus) {
        std::set<std::pair<std::size_t, std::string>> lines; // Each drawn once, whatever its weeks.
        for (const plan::Tour& tour : m_plan.tours) {
            if (!(tour.bus == bus.id)) {
                continue;
            }
            const auto beside = [&](GeoPoint point) {
                // Days that share a road lie side by side, still within the marks.
                const double shift = static_cast<double>(tour.weekday) - 2;
                const Spot spot = m_projection(point);
                return Spot{spot.x + 0.8 * shift, spot.y + 1.9 * shift};
            };
            const Spot depot = beside(bus.depot);
            std::string data = fmt::format("M{} {}", svgNumber(depot.x), svgNumber(depot.y));
            for (const plan::Stop& stop : tour.stops) {
                if (const plan::Site* site = siteOf(stop)) {
                    const Spot at = beside(site->point);
                    data += fmt::format("L{} {}", svgNumber(at.x), svgNumber(at.y));
                }
            }
            lines.emplace(static_cast<std::size_t>(tour.weekday), data + "z");
        }
        for (const auto& [day, data] : lines) {
            m_svg.path(data, "fill=\"none\" stroke=\"#FFFFFF\" stroke-width=\"5\" stroke-opacity=\"0.75\" "
                             "stroke-linejoin=\"round\"");
        }
        for (const auto& [day, data] : lines) {
            m_svg.path(data, "fill=\"none\" stroke-linejoin=\"round\" " + strokeOf(day));
        }
    }

    static std::string strokeOf(std::size_t day) {
        const DayStyle& style = dayStyles[day];
        return fmt::format("stroke=\"{}\" stroke-width=\"2.4\"{}", style.colour,
                           style.dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", style.dash));
    }

    const plan::Site* siteOf(const plan::Stop& stop) const {
        const plan::Series* series = m_plan.findSeries(stop.series);
        return series != nullptr ? m_scenario.findSite(series->site) : nullptr;
    }

    void marks(const plan::Bus& bus) {
        constexpr double siteRadius = 5;
        constexpr double depotRadius = 7;
        std::map<std::string, const plan::Site*> sites;
        for (const plan::Series& series : m_plan.series) {
            if (const plan::Site* site = m_scenario.findSite(series.site);
                site != nullptr && series.bus == bus.id) {
                sites[site->id.value] = site;
            }
        }
        const double size = m_scenario.buses.size() > 1 ? 11.5 : 14;
        LabelSetter labels(m_frames.front(), size);
        const Spot depot = m_projection(bus.depot);
        labels.avoid(depot, depotRadius + 1);
        for (const auto& [id, site] : sites) {
            labels.avoid(m_projection(site->point), siteRadius + 1);
        }
        depotMark(depot, depotRadius);
        for (const auto& [id, site] : sites) {
            const Spot at = m_projection(site->point);
            siteMark(at, siteRadius);
            const Label label =
                labels.set(at, siteRadius, site->commune.empty() ? site->name : site->commune);
            m_svg.text(label.at.x, label.at.y,
                       fmt::format("font-size=\"{}\" font-weight=\"600\" text-anchor=\"{}\" fill=\"{}\" {}",
                                   svgNumber(size), label.anchor, ink, halo),
                       site->commune.empty() ? site->name : site->commune);
        }
    }

    void siteMark(Spot at, double radius) {
        m_svg.circle(at.x, at.y, radius,
                     fmt::format("fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"2.5\"", ink));
    }

    void depotMark(Spot at, double radius) {
        m_svg.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius,
                   fmt::format("fill=\"{}\" stroke=\"#FFFFFF\" stroke-width=\"2\"", ink));
    }

    double headline(double y, const std::string& words) {
        m_svg.text(legendLeft, y, fmt::format("font-size=\"15\" font-weight=\"600\" fill=\"{}\"", ink),
                   words);
        return y + 12;
    }
    void entry(double y, const std::string& words) {
        m_svg.text(legendLeft + 46, y + 12, fmt::format("font-size=\"13.5\" fill=\"{}\"", ink), words);
    }

    void legend() {
        constexpr double step = 23;
        double y = headline(top() + 14, m_words.need);
        for (std::size_t at = 0; at <= needColours.size(); ++at) {
            const bool isKnown = at < needColours.size();
            m_svg.rect(
                legendLeft, y, 34, 16,
                fmt::format("fill=\"{}\" stroke=\"{}\"", isKnown ? needColours[at] : "url(#u)", lineColour));
            entry(y, isKnown ? m_words.depths[at] : m_words.unknown);
            y += step;
        }
        y = headline(y + 26, m_words.tours);
        for (const std::size_t day : daysUsed()) {
            m_svg.line(legendLeft, y + 8, legendLeft + 38, y + 8, strokeOf(day));
            entry(y, m_words.weekdays[day]);
            y += step;
        }
        y = headline(y + 26, m_words.places);
        siteMark({legendLeft + 17, y + 8}, 5);
        entry(y, m_words.site);
        y += step;
        depotMark({legendLeft + 17, y + 8}, 7);
        entry(y, m_words.depot);
        y += step + 20;
        y = scale(y);
        for (const std::string& note : m_words.notes) {
            m_svg.text(legendLeft, y, fmt::format("font-size=\"11.5\" fill=\"{}\"", inkSoft), note);
            y += 16;
        }
        overview();
    }

    /// The whole territory, with what the panels show of it.
    void overview() {
        m_svg.raw("<use href=\"#all\"/>\n");
        const Frame& frame = m_frames.front();
        const double part = m_overview.unitsPerKilometre() / m_projection.unitsPerKilometre();
        const Spot depot = m_projection(m_scenario.buses.front().depot);
        const Spot small = m_overview(m_scenario.buses.front().depot);
        m_svg.rect(small.x - (depot.x - frame.x) * part, small.y - (depot.y - frame.y) * part,
                   frame.width * part, frame.height * part,
                   fmt::format("rx=\"2\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"", ink));
    }

    std::set<std::size_t> daysUsed() const {
        std::set<std::size_t> days;
        for (const plan::Tour& tour : m_plan.tours) {
            days.insert(static_cast<std::size_t>(tour.weekday));
        }
        return days;
    }

    /// A bar of a round number of kilometres, about half the legend wide.
    double scale(double y) {
        double kilometres = 1;
        for (const double candidate : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0}) {
            kilometres =
                candidate * m_projection.unitsPerKilometre() <= 0.7 * legendWidth ? candidate : kilometres;
        }
        const double length = kilometres * m_projection.unitsPerKilometre();
        m_svg.path(fmt::format("M{0} {1}v6h{2}v-6", svgNumber(legendLeft), svgNumber(y), svgNumber(length)),
                   fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"", ink));
        m_svg.text(legendLeft + length + 8, y + 8, fmt::format("font-size=\"13\" fill=\"{}\"", ink),
                   fmt::format("{}\u00a0km", kilometres));
        return y + 36;
    }

    const plan::Scenario& m_scenario;
    const plan::Plan& m_plan;
    const PlanMapWords& m_words;
    std::vector<Frame> m_frames;
    Projection m_projection;
    Projection m_overview;
    SvgWriter m_svg;
};

} // namespace

std::string planMap(const plan::Scenario& scenario, const plan::Plan& plan,
                    const std::vector<territory::Contour>& contours, const PlanMapWords& words) {
    return PlanMap(scenario, plan, contours, words).draw();
}

} // namespace medicobus::publish
