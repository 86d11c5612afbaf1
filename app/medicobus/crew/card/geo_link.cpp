// SPDX-License-Identifier: EUPL-1.2
#include "crew/card/geo_link.h"

namespace medicobus::app {

QUrl geoLink(const GeoPoint& point, const QString& label) {
    constexpr int decimals = 6; // 0.1 m
    const QString at = QString::number(point.lat, 'f', decimals) + QLatin1Char(',')
                       + QString::number(point.lon, 'f', decimals);
    QString link = QStringLiteral("geo:") + at;
    if (!label.isEmpty()) {
        link += QStringLiteral("?q=%1(%2)").arg(at, QString::fromLatin1(QUrl::toPercentEncoding(label)));
    }
    return QUrl(link, QUrl::StrictMode);
}

QString spokenPoint(const GeoPoint& point) {
    constexpr int decimals = 5; // 1 m
    QString text =
        QStringLiteral("%1\u00A0; %2")
            .arg(QString::number(point.lat, 'f', decimals), QString::number(point.lon, 'f', decimals));
    return text.replace(QLatin1Char('.'), QLatin1Char(','));
}

} // namespace medicobus::app
