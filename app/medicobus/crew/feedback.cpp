// SPDX-License-Identifier: EUPL-1.2
#include "crew/feedback.h"

#include "speech.h"

namespace medicobus::app {

void Feedback::say(const QString& what, bool canUndo) {
    dismiss();
    Q_EMIT said(what, canUndo);
}

void Feedback::refuse(const Error& error) {
    m_problem = speech::whatHappened(error);
    m_remedy = speech::whatToDo(error);
    Q_EMIT problemChanged();
}

void Feedback::dismiss() {
    if (m_problem.isEmpty()) {
        return;
    }
    m_problem.clear();
    m_remedy.clear();
    Q_EMIT problemChanged();
}

} // namespace medicobus::app
