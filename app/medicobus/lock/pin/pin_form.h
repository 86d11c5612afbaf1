// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "lock/pin/pin_entry.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string_view>

namespace medicobus::app {

/// Asks for a PIN digit by digit, or lets a new one be chosen: a name, the PIN, and the PIN once more. What
/// the PIN is for is said by those who derive from it.
class PinForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by those who ask for a PIN")
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QString userLabel READ userLabel NOTIFY changed)
    Q_PROPERTY(bool takesDigits READ takesDigits NOTIFY changed)
    Q_PROPERTY(int digits READ digits NOTIFY digitsChanged)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY digitsChanged)
    Q_PROPERTY(bool isReady READ isReady NOTIFY digitsChanged)
    Q_PROPERTY(bool isChecking READ isChecking NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(int leastDigits READ leastDigits CONSTANT)
    Q_PROPERTY(QString newLabel READ newLabel WRITE setNewLabel NOTIFY newLabelChanged)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY newLabelChanged)

public:
    using QObject::QObject;

    /// "pin" (to be tried); "name", "choose" and "again" (of a new one); others by who derives.
    QString stage() const { return m_stage; }
    /// Whose PIN it is.
    virtual QString userLabel() const = 0;
    bool takesDigits() const;
    int digits() const { return static_cast<int>(entry().count()); }
    bool canConfirm() const;
    /// Digits can be typed now.
    bool isReady() const { return !m_isChecking && !mustWait(); }
    bool isChecking() const { return m_isChecking; }
    QString problem() const;
    QString remedy() const;
    int leastDigits() const { return vault::leastPinDigits; }
    QString newLabel() const { return m_newLabel; }
    void setNewLabel(const QString& label);
    bool canGoOn() const { return !m_newLabel.trimmed().isEmpty(); }

    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void erase();
    /// Tries the PIN, or takes it as the new one.
    Q_INVOKABLE void confirm();
    /// From the name of a new person to the choice of their PIN.
    Q_INVOKABLE void goOn();

Q_SIGNALS:
    void changed();
    void digitsChanged();
    void newLabelChanged();

protected:
    /// Goes there; what was typed goes, but for the first entry of a new PIN.
    void setStage(const QString& stage);
    void setProblem(std::optional<Error> problem) { m_problem = std::move(problem); }
    const std::optional<Error>& lastProblem() const { return m_problem; }
    /// Tells what is wrong, where one is.
    void refuse(const Error& error);
    /// Leaves the mistakes of the step that is left.
    void forgetProblem();
    virtual bool mustWait() const { return false; }
    /// The PIN that was typed to be tried; refuse it or go on.
    virtual void tryPin(std::string_view) {}
    /// The new one, typed twice.
    virtual Result<void> takePin(std::string_view pin) = 0;

private:
    const PinEntry& entry() const { return m_stage == QLatin1String("again") ? m_again : m_pin; }
    PinEntry& entry() { return m_stage == QLatin1String("again") ? m_again : m_pin; }
    void takeFirst();
    void look();
    void takeSecond();

    QString m_stage;
    QString m_newLabel;
    PinEntry m_pin;
    PinEntry m_again;
    std::optional<Error> m_problem;
    bool m_isMismatch = false; ///< The two entries of a new PIN differ.
    bool m_isChecking = false;
};

} // namespace medicobus::app
