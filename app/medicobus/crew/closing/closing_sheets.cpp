// SPDX-License-Identifier: EUPL-1.2
// The two sheets of a half-day: to the printer, or where somebody chose to keep one.
#include "base/file.h"
#include "crew/closing/closing_page.h"
#include "crew/feedback.h"
#include "print/day_sheet.h"
#include "workspace.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QStandardPaths>

namespace medicobus::app {

std::optional<QByteArray> ClosingPage::sheet(Sheet which) {
    const auto programme = m_workspace.programme();
    if (!m_list || !programme) {
        return std::nullopt;
    }
    if (which == Sheet::Day) {
        return daySheet(*m_list, *programme, m_workspace.now());
    }
    const auto following = next();
    const auto list = following ? m_workspace.desk()->dayList(following->id)
                                : Result<clinic::DayList>(fault(clinic::codes::passageUnknown));
    if (!list) {
        m_feedback.refuse(list.error());
        return std::nullopt;
    }
    return expectedSheet(*list, *programme, m_workspace.now());
}

void ClosingPage::print(Sheet which) {
    const auto pdf = m_isPrinting || !m_workspace.printer() ? std::nullopt : sheet(which);
    if (!pdf) {
        return;
    }
    m_isPrinting = true;
    Q_EMIT changed();
    m_workspace.printer()(*pdf, tr("Médicobus"), [page = QPointer(this)](const Result<void>& printed) {
        if (!page) {
            return;
        }
        page->m_isPrinting = false;
        if (printed) {
            page->m_feedback.say(tr("La feuille est partie à l’imprimante."), false);
        } else {
            page->m_feedback.refuse(printed.error());
        }
        Q_EMIT page->changed();
    });
}

void ClosingPage::save(Sheet which) {
    const auto pdf = sheet(which);
    if (!pdf) {
        return;
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const auto passage = which == Sheet::Day ? std::optional(m_list->occurrence) : next();
    const QString name = QStringLiteral("medicobus-%1-%2.pdf")
                             .arg(which == Sheet::Day ? tr("journee") : tr("liste"),
                                  QString::fromStdString(formatLocal(passage->start))
                                      .replace(QLatin1Char(':'), QLatin1Char('h')));
    folder.mkpath(QStringLiteral("."));
    const auto kept = writeFile(folder.filePath(name).toStdString(), pdf->toStdString());
    if (!kept) {
        m_feedback.refuse(kept.error());
        return;
    }
    QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
    m_savedText = tr("Enregistré dans %1, sous le nom %2. Ce fichier contient des noms en clair\u00A0: "
                     "effacez-le après usage.")
                      .arg(folder.dirName(), name);
    m_feedback.dismiss();
    Q_EMIT changed();
}

void ClosingPage::printDay() {
    print(Sheet::Day);
}
void ClosingPage::printNext() {
    print(Sheet::Next);
}
void ClosingPage::saveDay() {
    save(Sheet::Day);
}
void ClosingPage::saveNext() {
    save(Sheet::Next);
}

} // namespace medicobus::app
