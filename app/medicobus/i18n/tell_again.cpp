// SPDX-License-Identifier: EUPL-1.2
#include "i18n/tell_again.h"

#include "workspace.h"

#include <QAbstractItemModel>
#include <QMetaProperty>
#include <QQmlEngine>
#include <QSet>
#include <QVariant>

namespace medicobus::app {

namespace {

class Round {
public:
    void tell(QObject& object) {
        if (m_told.contains(&object)) {
            return;
        }
        m_told.insert(&object);
        if (auto* model = qobject_cast<QAbstractItemModel*>(&object)) {
            tellRows(*model);
        }
        tellProperties(object);
    }

private:
    static void tellRows(QAbstractItemModel& model) {
        const int rows = model.rowCount();
        const int columns = model.columnCount();
        if (rows > 0 && columns > 0) {
            Q_EMIT model.dataChanged(model.index(0, 0), model.index(rows - 1, columns - 1));
            Q_EMIT model.headerDataChanged(Qt::Vertical, 0, rows - 1);
            Q_EMIT model.headerDataChanged(Qt::Horizontal, 0, columns - 1);
        }
    }

    void tellProperties(QObject& object) {
        const QMetaObject& meta = *object.metaObject();
        QSet<int> signalled;
        for (int i = QObject::staticMetaObject.propertyCount(); i < meta.propertyCount(); ++i) {
            const QMetaProperty property = meta.property(i);
            const int signal = property.notifySignalIndex();
            if (signal >= 0 && !signalled.contains(signal)) {
                signalled.insert(signal);
                meta.method(signal).invoke(&object, Qt::DirectConnection);
            }
            if (property.metaType().flags().testFlag(QMetaType::PointerToQObject)) {
                if (auto* part = property.read(&object).value<QObject*>()) {
                    tell(*part);
                }
            }
        }
    }

    QSet<QObject*> m_told;
};

} // namespace

void tellAgain(QObject& root) {
    Round().tell(root);
}

void retranslateWith(Workspace& workspace, QQmlEngine& engine) {
    QObject::connect(&workspace, &Workspace::languageChanged, &engine, &QQmlEngine::retranslate);
}

} // namespace medicobus::app
