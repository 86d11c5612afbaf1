// SPDX-License-Identifier: EUPL-1.2
#include "print/day_sheet.h"

#include "crew/crew_words.h"
#include "print/page_pen.h"
#include "speech.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace medicobus::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DaySheet)
};

// In points, then in millimetres.
constexpr double titleSize = 18;
constexpr double textSize = 9;
constexpr double smallSize = 8;
constexpr double footer = 8;
constexpr double tallestRow = 8.5;
constexpr double boxColumn = 4;

struct Column {
    QString title;
    double x = 0;
    double width = 0;
    bool isStrong = false;
};

/// A table of one page: as many lines as there are, the smaller the more.
struct Sheet {
    QString title;
    std::vector<QString> head;
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    bool hasBoxes = false;
};

void drawRow(PagePen& pen, const Sheet& sheet, const QStringList& cells, double y, double height) {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const Column& column = sheet.columns[i];
        pen.fitted({column.x, y + 0.4, column.width, height - 0.8}, textSize,
                   cells.value(static_cast<qsizetype>(i)), column.isStrong);
    }
    if (sheet.hasBoxes) {
        const double side = std::min(boxColumn, height - 1);
        pen.box(PagePen::width - side, y + (height - side) / 2, side);
    }
    pen.line(0, y + height, PagePen::width, y + height, 0.15);
}

QByteArray drawn(const Sheet& sheet) {
    PagePen pen(sheet.title);
    double y = pen.text(0, 0, PagePen::width, titleSize, sheet.title, true);
    for (const QString& each : sheet.head) {
        y += pen.text(0, y, PagePen::width, textSize, each) + 0.5;
    }
    y += 1;
    for (const Column& each : sheet.columns) {
        pen.fitted({each.x, y, each.width, 4}, smallSize, each.title);
    }
    y += 4;
    pen.line(0, y, PagePen::width, y, 0.6);
    const double room = PagePen::height - footer - y;
    const double height =
        std::min(tallestRow, room / static_cast<double>(std::max<std::size_t>(1, sheet.rows.size())));
    for (const QStringList& each : sheet.rows) {
        drawRow(pen, sheet, each, y, height);
        y += height;
    }
    pen.text(
        0, PagePen::height - 4, PagePen::width, smallSize,
        Words::tr("Noms en clair\u00A0: ne laissez pas cette feuille sans surveillance, détruisez-la après "
                  "usage."));
    return pen.finish();
}

QString place(const clinic::DayList& list, const plan::Programme& programme) {
    return Words::tr("%1 · %2, %3")
        .arg(crew_words::place(programme, list.occurrence.site),
             speech::longDate(dateOf(list.occurrence.start)),
             speech::hours(list.occurrence.start, list.occurrence.end));
}

QString madeAt(LocalTime now) {
    return Words::tr("Édité le %1 à %2").arg(speech::longDate(dateOf(now)), speech::time(now));
}

QString nameOf(const clinic::DayEntry& entry) {
    const QString name = entry.patient ? crew_words::person(entry.patient->details) : QString();
    return entry.age ? Words::tr("%1, %2").arg(name, crew_words::age(*entry.age)) : name;
}

QString signsOf(const clinic::DayEntry& entry) {
    QStringList signs = crew_words::flags(entry.appointment->flags);
    if (entry.isFirstVisit) {
        signs.prepend(Words::tr("Première visite"));
    }
    if (entry.appointment->isWalkIn()) {
        signs.prepend(Words::tr("Sans rendez-vous"));
    }
    return signs.join(QStringLiteral(", "));
}

QString outcomeOf(const clinic::DayEntry& entry) {
    const QString state = crew_words::state(entry.appointment->state);
    if (entry.appointment->state != clinic::AppointmentState::Seen) {
        return state;
    }
    return entry.appointment->hasVisit ? state : Words::tr("%1, sans fiche").arg(state);
}

} // namespace

QByteArray daySheet(const clinic::DayList& list, const plan::Programme& programme, LocalTime now) {
    Sheet sheet;
    sheet.title = Words::tr("Feuille de la demi-journée");
    sheet.head = {place(list, programme), crew_words::counts(list.counts), madeAt(now)};
    sheet.columns = {{Words::tr("Heure"), 0, 12, true},
                     {Words::tr("Personne"), 14, 60, true},
                     {Words::tr("Motif"), 76, 34},
                     {Words::tr("Signes"), 112, 44},
                     {Words::tr("État"), 158, 22}};
    for (const clinic::DayEntry& each : list.entries) {
        if (each.appointment) {
            sheet.rows.push_back({crew_words::clock(each.time), nameOf(each),
                                  crew_words::reason(each.appointment->reason), signsOf(each),
                                  outcomeOf(each)});
        }
    }
    return drawn(sheet);
}

QByteArray expectedSheet(const clinic::DayList& list, const plan::Programme& programme, LocalTime now) {
    Sheet sheet;
    sheet.title = Words::tr("Personnes attendues");
    sheet.head = {place(list, programme), crew_words::counts(list.counts), madeAt(now)};
    sheet.columns = {{Words::tr("Heure"), 0, 12, true},
                     {Words::tr("Personne"), 14, 56, true},
                     {Words::tr("Téléphone"), 72, 24},
                     {Words::tr("Motif"), 98, 32},
                     {Words::tr("Signes"), 132, 40}};
    sheet.hasBoxes = true;
    for (const clinic::DayEntry& each : list.entries) {
        if (!each.appointment) {
            sheet.rows.push_back({crew_words::clock(each.time), Words::tr("libre")});
            continue;
        }
        const std::string phone = each.patient ? each.patient->details.phone : std::string();
        sheet.rows.push_back({crew_words::clock(each.time), nameOf(each),
                              phone.empty() ? QString() : speech::phone(phone),
                              crew_words::reason(each.appointment->reason), signsOf(each)});
    }
    return drawn(sheet);
}

} // namespace medicobus::app
