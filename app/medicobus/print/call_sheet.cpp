// SPDX-License-Identifier: EUPL-1.2
#include "print/call_sheet.h"

#include "crew/crew_words.h"
#include "print/page_pen.h"
#include "speech.h"

#include <QCoreApplication>

#include <algorithm>

namespace medicobus::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CallSheet)
};

// Columns, in millimetres from the left.
constexpr double boxColumn = 0;
constexpr double whoColumn = 10;
constexpr double whoWidth = 58;
constexpr double lostColumn = 70;
constexpr double lostWidth = 44;
constexpr double freeColumn = 116;
constexpr double freeWidth = PagePen::width - freeColumn;
constexpr double gap = 2;
constexpr double writingLine = 6;
constexpr double footer = 8;
// In points.
constexpr double nameSize = 11;
constexpr double textSize = 9;
constexpr double smallSize = 8;

QString mishap(const clinic::CallLine& line) {
    QString why;
    switch (line.mishap) {
    case clinic::Mishap::PassageCancelled:
        why = Words::tr("Passage annulé");
        break;
    case clinic::Mishap::PassageGone:
        why = Words::tr("Passage retiré du programme");
        break;
    case clinic::Mishap::SlotGone:
        why = Words::tr("Passage changé, cette heure n’existe plus");
        break;
    case clinic::Mishap::MoveRefused:
        why = Words::tr("Nouvelle heure refusée, garde celle-ci");
        break;
    case clinic::Mishap::PlaceRefused:
    case clinic::Mishap::None:
        why = Words::tr("Place donnée à quelqu’un d’autre");
        break;
    }
    return line.reason.empty() ? why
                               : Words::tr("%1\u00A0: %2").arg(why, QString::fromStdString(line.reason));
}

/// One person, ready to be drawn.
struct Row {
    QString name;
    QString phone;
    QString lost;
    QString why;
    QString free;

    double height(PagePen& pen) const {
        const double who =
            pen.heightOf(whoWidth, nameSize, name, true) + pen.heightOf(whoWidth, nameSize, phone);
        const double place =
            pen.heightOf(lostWidth, textSize, lost, true) + pen.heightOf(lostWidth, smallSize, why);
        return std::max({who, place, pen.heightOf(freeWidth, textSize, free)}) + writingLine + 2 * gap;
    }
    void draw(PagePen& pen, double y, double height) const {
        const double top = y + gap;
        pen.box(boxColumn, top, 5);
        const double nameHeight = pen.text(whoColumn, top, whoWidth, nameSize, name, true);
        pen.text(whoColumn, top + nameHeight, whoWidth, nameSize, phone);
        const double lostHeight = pen.text(lostColumn, top, lostWidth, textSize, lost, true);
        pen.text(lostColumn, top + lostHeight, lostWidth, smallSize, why);
        pen.text(freeColumn, top, freeWidth, textSize, free);
        const double writing = y + height - gap;
        pen.text(whoColumn, writing - 4, 22, smallSize, Words::tr("Réponse"));
        pen.line(whoColumn + 16, writing, PagePen::width, writing, 0.15);
        pen.line(0, y + height, PagePen::width, y + height, 0.4);
    }
};

Row rowOf(const clinic::CallLine& line, const plan::Programme& programme) {
    Row row;
    row.name = QString::fromStdString(line.name);
    row.phone = line.phone.empty() ? Words::tr("pas de téléphone connu") : QString::fromStdString(line.phone);
    row.lost = crew_words::capitalised(speech::dayAndHour(line.promised));
    if (!line.site.empty()) {
        row.lost += QLatin1Char('\n') + crew_words::commune(programme, {line.site});
    }
    row.why = mishap(line);
    QStringList free;
    for (const clinic::FreeSlot& each : line.alternatives) {
        free << QStringLiteral("☐ ") + speech::dayAndHour(each.slot.start) + QStringLiteral(", ")
                    + crew_words::commune(programme, each.occurrence.site);
    }
    row.free = free.isEmpty() ? Words::tr("Aucune place libre proche") : free.join(QLatin1Char('\n'));
    return row;
}

double drawHead(PagePen& pen, std::size_t count, LocalTime now) {
    double y = pen.text(0, 0, PagePen::width, 20, Words::tr("Personnes à rappeler"), true);
    const QString made = Words::tr("%1 · édité le %2 à %3")
                             .arg(Words::tr("%Ln personne(s)", nullptr, static_cast<int>(count)),
                                  speech::longDate(dateOf(now)), speech::time(now));
    y += pen.text(0, y, PagePen::width, textSize, made) + 1;
    y += pen.text(0, y, PagePen::width, textSize,
                  Words::tr("Noms et téléphones\u00A0: ne laissez pas cette feuille sans surveillance, et "
                            "détruisez-la une fois les appels faits."))
         + gap;
    pen.text(whoColumn, y, whoWidth, smallSize, Words::tr("Qui appeler"));
    pen.text(lostColumn, y, lostWidth, smallSize, Words::tr("Place perdue"));
    y += pen.text(freeColumn, y, freeWidth, smallSize, Words::tr("Places libres les plus proches")) + 1;
    pen.line(0, y, PagePen::width, y, 0.6);
    return y;
}

/// Which rows stand on which page.
std::vector<std::size_t> pageEnds(PagePen& pen, const std::vector<Row>& rows, double head) {
    std::vector<std::size_t> ends;
    double y = head;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const double height = rows[at].height(pen);
        if (y + height > PagePen::height - footer && y > head) {
            ends.push_back(at);
            y = head;
        }
        y += height;
    }
    ends.push_back(rows.size());
    return ends;
}

} // namespace

QByteArray callSheet(const std::vector<clinic::CallLine>& lines, const plan::Programme& programme,
                     LocalTime now) {
    PagePen pen(Words::tr("Personnes à rappeler"));
    std::vector<Row> rows;
    std::transform(lines.begin(), lines.end(), std::back_inserter(rows),
                   [&](const clinic::CallLine& line) { return rowOf(line, programme); });
    const double head = drawHead(pen, rows.size(), now);
    const auto ends = pageEnds(pen, rows, head);
    std::size_t at = 0;
    for (std::size_t page = 0; page < ends.size(); ++page) {
        if (page > 0) {
            pen.newPage();
            drawHead(pen, rows.size(), now);
        }
        for (double y = head; at < ends[page]; ++at) {
            const double height = rows[at].height(pen);
            rows[at].draw(pen, y, height);
            y += height;
        }
        pen.text(0, PagePen::height - 4, PagePen::width, smallSize,
                 Words::tr("Page %1 sur %2").arg(page + 1).arg(ends.size()), false, Qt::AlignRight);
    }
    return pen.finish();
}

} // namespace medicobus::app
