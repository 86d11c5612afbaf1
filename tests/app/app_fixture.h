// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fixed_clock.h"
#include "workspace.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace medicobus::app {

/// The one application object of a test program.
inline QCoreApplication& application() {
    static int count = 1;
    static char name[] = "test";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication instance(count, arguments);
    return instance;
}

/// Two stops of one bus: at Saint-Germain on Tuesdays, at Lézat every second Thursday; Orvault has none.
inline plan::Programme smallProgramme() {
    plan::Programme programme;
    programme.name = "Essai";
    programme.isFictional = true;
    programme.firstMonday = *parseDate("2027-03-01");
    programme.cycleWeeks = 4;
    programme.buses = {{"B1"}};
    const auto site = [](const char* insee, const char* name, const char* commune, GeoPoint point) {
        plan::Site made;
        made.id.value = std::string(insee) + "-1";
        made.insee.value = insee;
        made.name = name;
        made.commune = commune;
        made.point = point;
        return made;
    };
    programme.sites = {site("00001", "Salle communale", "Saint-Germain-de-la-Coudre", {47.0, 2.0}),
                       site("00002", "Mairie", "Lézat", {47.1, 2.1})};
    programme.communes = {{{"00001"}, "Saint-Germain-de-la-Coudre", {47.0, 2.0}},
                          {{"00002"}, "Lézat", {47.1, 2.1}},
                          {{"00003"}, "Orvault-l’Église", {47.01, 2.01}}};
    const auto series = [](const char* id, const char* where, Weekday day, std::vector<int> weeks) {
        plan::Series made;
        made.id.value = id;
        made.bus.value = "B1";
        made.site.value = where;
        made.weekday = day;
        made.session.value = "matin";
        made.weeks = std::move(weeks);
        made.start = TimeOfDay(9 * 60);
        made.end = TimeOfDay(12 * 60);
        return made;
    };
    programme.series = {series("s1", "00001-1", Weekday::Tuesday, {0, 1, 2, 3}),
                        series("s2", "00002-1", Weekday::Thursday, {0, 2})};
    programme.booking = {"+33261910001", "du lundi au vendredi, de 9 h à 12 h"};
    return programme;
}

/// A workspace on a folder of its own, on Monday 1 March 2027 at 8:00.
class WorkspaceTest : public testing::Test {
protected:
    WorkspaceTest() { application(); }
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
    FixedClock m_clock{*toInstant(*parseLocal("2027-03-01T08:00"))};
};

} // namespace medicobus::app
