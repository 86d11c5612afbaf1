// SPDX-License-Identifier: EUPL-1.2
#include "speech.h"

#include "i18n/language.h"
#include "publish/french.h"
#include "words/format.h"
#include "words/sentence.h"

#include <QCoreApplication>

namespace medicobus::app::speech {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Speech)
};
} // namespace

words::Language language() {
    return i18n::language();
}

QString longDate(Date date) {
    return QString::fromStdString(words::longDate(date, language()));
}

QString time(LocalTime time) {
    return QString::fromStdString(words::timeOfDay(timeOf(time), language()));
}

QString dayAndHour(LocalTime at) {
    return Words::tr("%1 à %2").arg(QString::fromStdString(words::dayAndMonth(dateOf(at), language())),
                                    time(at));
}

QString hours(LocalTime start, LocalTime end) {
    return Words::tr("de %1 à %2").arg(time(start), time(end));
}

QString phone(const std::string& e164) {
    return QString::fromStdString(publish::frenchPhone(e164));
}

QString distance(Meters length) {
    QString text = QString::fromStdString(publish::frenchDistance(length));
    return language() == words::Language::French ? text : text.replace(QLatin1Char(','), QLatin1Char('.'));
}

QString whatHappened(const Error& error) {
    return QString::fromStdString(words::sentenceOf(error, language()).what);
}

QString whatToDo(const Error& error) {
    return QString::fromStdString(words::sentenceOf(error, language()).remedy);
}

} // namespace medicobus::app::speech
