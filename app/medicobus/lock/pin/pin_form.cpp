// SPDX-License-Identifier: EUPL-1.2
#include "lock/pin/pin_form.h"

#include "speech.h"

#include <QTimer>

#include <chrono>

namespace medicobus::app {

namespace {

const QString pinStage = QStringLiteral("pin");
const QString nameStage = QStringLiteral("name");
const QString chooseStage = QStringLiteral("choose");
const QString againStage = QStringLiteral("again");
/// What is going on is drawn before a key is made of the PIN, at a price of a fifth of a second.
constexpr std::chrono::milliseconds toDraw{30};

} // namespace

bool PinForm::takesDigits() const {
    return m_stage == pinStage || m_stage == chooseStage || m_stage == againStage;
}

bool PinForm::canConfirm() const {
    return isReady() && digits() >= vault::leastPinDigits;
}

QString PinForm::problem() const {
    if (m_isMismatch) {
        return tr("Les deux codes ne sont pas les mêmes.");
    }
    return m_problem && !mustWait() ? speech::whatHappened(*m_problem) : QString();
}

QString PinForm::remedy() const {
    if (m_isMismatch) {
        return tr("Choisissez-en un de nouveau.");
    }
    return m_problem ? speech::whatToDo(*m_problem) : QString();
}

void PinForm::setNewLabel(const QString& label) {
    if (label != m_newLabel) {
        m_newLabel = label;
        Q_EMIT newLabelChanged();
    }
}

void PinForm::setStage(const QString& stage) {
    m_stage = stage;
    if (m_stage != againStage) {
        m_pin.clear();
    }
    m_again.clear();
    Q_EMIT changed();
    Q_EMIT digitsChanged();
}

void PinForm::forgetProblem() {
    m_problem.reset();
    m_isMismatch = false;
}

void PinForm::refuse(const Error& error) {
    m_pin.clear();
    m_again.clear();
    m_problem = error;
    Q_EMIT changed();
    Q_EMIT digitsChanged();
}

void PinForm::press(int digit) {
    if (!isReady() || !takesDigits()) {
        return;
    }
    entry().press(digit);
    Q_EMIT digitsChanged();
    if (m_isMismatch || m_problem) {
        forgetProblem();
        Q_EMIT changed();
    }
}

void PinForm::erase() {
    if (!m_isChecking) {
        entry().erase();
        Q_EMIT digitsChanged();
    }
}

void PinForm::goOn() {
    if (m_stage == nameStage && canGoOn()) {
        forgetProblem();
        setStage(chooseStage);
    }
}

void PinForm::confirm() {
    if (!canConfirm()) {
        return;
    }
    if (m_stage == chooseStage) {
        takeFirst();
    } else if (m_stage == againStage || m_stage == pinStage) {
        m_isChecking = true;
        Q_EMIT changed();
        Q_EMIT digitsChanged();
        QTimer::singleShot(toDraw, this, &PinForm::look);
    }
}

void PinForm::takeFirst() {
    if (const auto good = vault::checkPin(m_pin.view()); !good) {
        refuse(good.error());
        return;
    }
    forgetProblem();
    setStage(againStage);
}

void PinForm::look() {
    m_isChecking = false;
    if (m_stage == pinStage) {
        // What follows may lock or open, and then asks for another one.
        const PinEntry typed = std::exchange(m_pin, PinEntry());
        tryPin(typed.view());
        Q_EMIT digitsChanged();
    } else if (m_stage == againStage) {
        takeSecond();
    }
    Q_EMIT changed();
}

void PinForm::takeSecond() {
    if (!(m_pin == m_again)) {
        setStage(chooseStage);
        m_isMismatch = true;
        return;
    }
    const PinEntry chosen = std::exchange(m_pin, PinEntry());
    m_again.clear();
    if (const auto taken = takePin(chosen.view()); !taken) {
        setStage(chooseStage);
        refuse(taken.error());
    }
}

} // namespace medicobus::app
