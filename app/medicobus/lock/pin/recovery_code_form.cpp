// SPDX-License-Identifier: EUPL-1.2
#include "lock/pin/recovery_code_form.h"

#include "vault/recovery_code.h"

#include <algorithm>

namespace medicobus::app {

namespace {

qsizetype lettersIn(const QString& code) {
    return std::count_if(code.begin(), code.end(), [](QChar each) { return each.isLetterOrNumber(); });
}

} // namespace

void RecoveryCodeForm::setCode(const QString& code) {
    if (code == m_code) {
        return;
    }
    m_code = code;
    m_key = {};
    m_wrong.clear();
    const auto letters = lettersIn(code);
    if (auto key = vault::readRecoveryCode(code.toStdString())) {
        m_key = std::move(*key);
    } else if (const auto letter = key.error().detail("value"); !letter.empty()) {
        m_wrong = tr("Aucun code ne contient «\u00A0%1\u00A0». Relisez le dernier groupe.")
                      .arg(QString::fromStdString(std::string(letter)));
    } else if (letters >= vault::recoveryCodeLetters) {
        m_wrong = tr("Une lettre est fausse ou manque. Relisez le code groupe par groupe.");
    }
    Q_EMIT changed();
}

QString RecoveryCodeForm::hint() const {
    const auto letters = lettersIn(m_code);
    if (isWhole() || !m_wrong.isEmpty() || letters == 0) {
        return {};
    }
    return tr("%n lettre(s) sur %1.", nullptr, static_cast<int>(letters)).arg(vault::recoveryCodeLetters);
}

QString RecoveryCodeForm::error() const {
    return m_wrong;
}

} // namespace medicobus::app
