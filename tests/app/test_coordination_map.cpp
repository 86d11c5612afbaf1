// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/commune_map.h"
#include "territory/admidep.h"
#include "territory/need.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <memory>

#include <cmath>

namespace medicobus::app {
namespace {

/// Two squares side by side, a hundredth of a degree wide, in the middle of nowhere.
std::vector<std::vector<GeoPoint>> twoSquares() {
    const auto square = [](double lon) {
        return std::vector<GeoPoint>{
            {46.00, lon}, {46.00, lon + 0.01}, {46.01, lon + 0.01}, {46.01, lon}, {46.00, lon}};
    };
    return {square(2.00), square(2.01)};
}

/// The application of the cases that make items, gone before the process ends: Qt does not outlive its own
/// statics.
class Application : public ::testing::Environment {
public:
    void SetUp() override {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        m_app = std::make_unique<QGuiApplication>(m_count, m_arguments);
    }
    void TearDown() override { m_app.reset(); }

private:
    int m_count = 1;
    char m_name[5] = "test";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QGuiApplication> m_app;
};

[[maybe_unused]] const auto* const application = ::testing::AddGlobalTestEnvironment(new Application);

void press(QQuickItem& item, int key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&item, &event);
}

TEST(MapCells, MeasuresInKilometresFromTheMiddle) {
    const MapCells cells(twoSquares());
    // 0.01 degree of a meridian is 1.112 km; of a parallel at 46 degrees, 0.772 km.
    EXPECT_NEAR(cells.bounds().height(), 1.112, 0.001);
    EXPECT_NEAR(cells.bounds().width(), 2 * 0.772, 0.001);
    EXPECT_NEAR(cells.project({46.005, 2.01}).x(), 0, 1e-9);
    EXPECT_LT(cells.project({46.01, 2.01}).y(), 0) << "north is up";
}

TEST(MapCells, FindsTheCellUnderAPoint) {
    const MapCells cells(twoSquares());
    EXPECT_EQ(cells.at(cells.project({46.005, 2.005})), 0);
    EXPECT_EQ(cells.at(cells.project({46.005, 2.015})), 1);
    EXPECT_EQ(cells.at(cells.project({46.005, 2.025})), -1);
    EXPECT_EQ(MapCells().at({0, 0}), -1);
}

TEST(MapCells, OutlinesOnlyTheOutside) {
    // Two squares have eight sides, of which the shared one is drawn by both.
    EXPECT_EQ(MapCells(twoSquares()).border().size(), 6U);
}

TEST(MapCells, HatchesInsideARingOnly) {
    const QPolygonF ring{{0, 0}, {4, 0}, {4, 4}, {0, 4}};
    const auto lines = hatch(ring, 1);
    ASSERT_EQ(lines.size(), 7U);
    for (const QLineF& line : lines) {
        EXPECT_NEAR(line.x1() + line.y1(), line.x2() + line.y2(), 1e-9);
        EXPECT_TRUE(QRectF(0, 0, 4, 4).contains(line.center()));
    }
    EXPECT_TRUE(hatch({}, 1).empty());
}

TEST(MapView, KeepsThePlaceUnderThePointerWhenZooming) {
    MapView view;
    view.setSize({400, 300});
    view.setBounds({-10, -10, 20, 20});
    const QPointF pointer(123, 77);
    const QPointF place = view.toMap(pointer);
    view.zoomAt(pointer, 3);
    EXPECT_NEAR(view.zoom(), 3, 1e-9);
    EXPECT_NEAR((view.toPixel(place) - pointer).manhattanLength(), 0, 1e-6);
    view.zoomAt(pointer, 1e9);
    EXPECT_NEAR(view.zoom(), MapView::closest, 1e-6);
    view.zoomAt(pointer, 1e-9);
    EXPECT_NEAR(view.zoom(), 1, 1e-9);
    EXPECT_NEAR((view.toPixel({0, 0}) - QPointF(200, 150)).manhattanLength(), 0, 1e-6);
}

TEST(MapView, NeverLosesTheTerritory) {
    MapView view;
    view.setSize({400, 300});
    view.setBounds({-10, -10, 20, 20});
    view.panBy({500, 500});
    EXPECT_NEAR(view.toMap({200, 150}).x(), 0, 1e-9) << "the whole map does not pan";
    view.zoomAt({200, 150}, 4);
    view.panBy({1e6, 1e6});
    EXPECT_NEAR(view.toMap({200, 150}).x(), -10, 1e-9);
    view.reveal({9, 9});
    EXPECT_TRUE(QRectF(0, 0, 400, 300).contains(view.toPixel({9, 9})));
}

TEST(MapStrokes, TurnsAStrokeIntoTrianglesOfItsWidth) {
    MapOverlay overlay;
    overlay.strokes.push_back({QPolygonF{{0, 0}, {10, 0}}, false, 1, Qt::black});
    const auto corners = triangles(overlay);
    ASSERT_EQ(corners.size(), 6U);
    for (const auto& corner : corners) {
        EXPECT_FLOAT_EQ(std::abs(corner.y), 0.5F);
    }
    overlay.discs.push_back({{0, 0}, 3, Qt::red});
    EXPECT_GT(triangles(overlay).size(), 6U);
    EXPECT_TRUE(triangles({}).empty());
}

class CommuneMapTest : public ::testing::Test {
protected:
    CommuneMapTest() {
        map.setSize({800, 600});
        map.setSource(&source);
    }

    territory::Territory land = territory::admidep();
    MapSource source{land, 2.5};
    CommuneMap map;
};

TEST_F(CommuneMapTest, FindsEveryCommuneAtItsOwnPoint) {
    int found = 0;
    for (int commune = 0; commune < source.cells().count(); ++commune) {
        const QPointF point = map.pointOf(commune);
        EXPECT_TRUE(map.contains(point)) << "commune " << commune << " is off the map";
        found += map.communeAt(point.x(), point.y()) == commune;
    }
    EXPECT_EQ(found, int(land.communes.size()));
    EXPECT_EQ(map.communeAt(1, 1), -1);
}

TEST_F(CommuneMapTest, ColoursAsTheRankingCounts) {
    int underServed = 0;
    int unknown = 0;
    for (int commune = 0; commune < source.cells().count(); ++commune) {
        underServed += source.depthClass(commune) > 0;
        unknown += source.depthClass(commune) == MapSource::unknownClass;
    }
    const auto ranking = territory::rankByNeed(land);
    EXPECT_EQ(underServed, int(ranking.underServed.size()));
    EXPECT_EQ(unknown, int(ranking.unknown.size()));
    EXPECT_GT(unknown, 0);
}

TEST_F(CommuneMapTest, MovesByKeys) {
    QSignalSpy moved(&map, &CommuneMap::viewChanged);
    press(map, Qt::Key_Plus);
    EXPECT_NEAR(map.zoom(), 1.5, 1e-9);
    const QPointF before = map.pointOf(0);
    press(map, Qt::Key_Left);
    EXPECT_NEAR(map.pointOf(0).x() - before.x(), 64, 1e-6);
    press(map, Qt::Key_Up);
    EXPECT_NEAR(map.pointOf(0).y() - before.y(), 64, 1e-6);
    press(map, Qt::Key_Home);
    EXPECT_NEAR(map.zoom(), 1, 1e-9);
    EXPECT_EQ(moved.count(), 4);
}

TEST_F(CommuneMapTest, BringsTheChosenCommuneIntoView) {
    map.zoomBy(20, {400, 300});
    int hidden = 0;
    while (map.contains(map.pointOf(hidden))) {
        ++hidden;
    }
    map.setSelected(hidden);
    EXPECT_TRUE(map.contains(map.selectedPoint()));
}

TEST_F(CommuneMapTest, PaintsWithoutAGraphicsCard) {
    MapPalette palette{{Qt::white, Qt::yellow, Qt::red, Qt::darkRed, Qt::black}, Qt::gray, Qt::blue, {}, {}};
    MapView view;
    view.setSize({400, 400});
    view.setBounds(source.cells().bounds());
    const QImage image = paintMap(&source, palette, view, {}, 1);
    int deepest = 0;
    while (source.depthClass(deepest) != 3) {
        ++deepest;
    }
    const QPoint pixel = view.toPixel(source.place(deepest)).toPoint();
    EXPECT_EQ(image.pixelColor(pixel).rgb(), QColor(Qt::darkRed).rgb());
    EXPECT_EQ(image.pixelColor(1, 1).alpha(), 0);
}

} // namespace
} // namespace medicobus::app
