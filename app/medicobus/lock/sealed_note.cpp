// SPDX-License-Identifier: EUPL-1.2
#include "lock/sealed_note.h"

#include "vault/vault.h"
#include "workspace.h"

#include <QJsonDocument>

namespace medicobus::app {

namespace {
vault::Place placeOf(const std::string& name) {
    return {"screen", "note", name};
}
} // namespace

void keepSealed(Workspace& workspace, const QString& name, const QJsonObject& note) {
    const vault::Vault* vault = workspace.vault();
    if (!vault) {
        return;
    }
    const QByteArray text = QJsonDocument(note).toJson(QJsonDocument::Compact);
    const std::string key = name.toStdString();
    const auto sealed =
        vault->sealLocal(placeOf(key), {text.constData(), static_cast<std::size_t>(text.size())});
    if (sealed) {
        workspace.setLocal(name, QString::fromLatin1(QByteArray::fromStdString(*sealed).toBase64()));
    }
}

QJsonObject takeSealed(Workspace& workspace, const QString& name) {
    const QByteArray sealed = QByteArray::fromBase64(workspace.local(name).toLatin1());
    const vault::Vault* vault = workspace.vault();
    if (sealed.isEmpty() || !vault) {
        return {};
    }
    workspace.setLocal(name, {});
    const std::string key = name.toStdString();
    const auto text =
        vault->openLocal(placeOf(key), {sealed.constData(), static_cast<std::size_t>(sealed.size())});
    if (!text) {
        return {};
    }
    const auto view = text->view();
    return QJsonDocument::fromJson(QByteArray(view.data(), static_cast<qsizetype>(view.size()))).object();
}

} // namespace medicobus::app
