// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "clinic/visit.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// The form of one consultation, kept on the disk at each touch.
class VisitPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY retold)
    Q_PROPERTY(QVariantList outcomes READ outcomes NOTIFY retold)
    Q_PROPERTY(QVariantList orientations READ orientations NOTIFY retold)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(QString outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(QStringList chosenOrientations READ chosenOrientations NOTIFY changed)
    Q_PROPERTY(bool noDeclaredGp READ noDeclaredGp WRITE setNoDeclaredGp NOTIFY changed)
    Q_PROPERTY(bool longTermIllness READ longTermIllness WRITE setLongTermIllness NOTIFY changed)
    Q_PROPERTY(bool videoUsed READ videoUsed WRITE setVideoUsed NOTIFY changed)
    Q_PROPERTY(bool prescriptionRenewed READ prescriptionRenewed WRITE setPrescriptionRenewed NOTIFY changed)
    Q_PROPERTY(bool foundGp READ foundGp WRITE setFoundGp NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(int textLimit READ textLimit CONSTANT)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(QString followUpText READ followUpText NOTIFY changed)
    Q_PROPERTY(QVariantList followUps READ followUps NOTIFY followUpsChanged)
    Q_PROPERTY(QVariantList nearby READ nearby NOTIFY followUpsChanged)
    Q_PROPERTY(QVariantList earlier READ earlier NOTIFY changed)
    Q_PROPERTY(QString finishText READ finishText NOTIFY changed)

public:
    VisitPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    /// False when there is no such appointment.
    bool open(const clinic::AppointmentId& appointment);
    void close();
    bool isOpen() const { return m_appointment.has_value(); }
    std::optional<clinic::AppointmentId> appointment() const;
    std::optional<plan::OccurrenceId> passage() const;

    QString title() const { return m_name; }
    QString note() const { return m_note; }
    QVariantList reasons() const;
    QVariantList outcomes() const;
    QVariantList orientations() const;
    QString reason() const { return QString::fromStdString(m_visit.reason.code()); }
    void setReason(const QString& code);
    QString outcome() const { return QString::fromStdString(m_visit.outcome.code()); }
    void setOutcome(const QString& code);
    QStringList chosenOrientations() const;
    bool noDeclaredGp() const { return m_visit.flags.noDeclaredGp; }
    void setNoDeclaredGp(bool on);
    bool longTermIllness() const { return m_visit.flags.longTermIllness; }
    void setLongTermIllness(bool on);
    bool videoUsed() const { return m_visit.flags.videoUsed; }
    void setVideoUsed(bool on);
    bool prescriptionRenewed() const { return m_visit.prescriptionRenewed; }
    void setPrescriptionRenewed(bool on);
    bool foundGp() const { return m_visit.foundGp; }
    void setFoundGp(bool on);
    QString text() const { return QString::fromStdString(m_visit.note); }
    void setText(const QString& text);
    int textLimit() const { return static_cast<int>(clinic::noteLimit); }
    /// Where what is typed stands: kept as a draft, or recorded.
    QString savedText() const;
    /// "mardi 16 mars 2027 à 9 h 20"; empty when no follow-up is booked.
    QString followUpText() const { return m_followUp; }
    /// The first free place of each of the next passages of this site: a list of { value, label }.
    QVariantList followUps() const { return m_choices; }
    /// The same for other sites near, with how far they are.
    QVariantList nearby() const { return m_nearby; }
    /// What was recorded before the last correction, the first version first: a list of { when, lines }.
    QVariantList earlier() const { return m_earlier; }
    QString finishText() const;

    /// Adds an orientation, or takes it away.
    Q_INVOKABLE void toggleOrientation(const QString& code);
    Q_INVOKABLE void bookFollowUp(const QString& choice);
    /// Records the visit, or its correction.
    Q_INVOKABLE void finish();
    void refresh();

Q_SIGNALS:
    /// The same choices, in words of another language.
    void retold();
    void changed();
    void followUpsChanged();
    void finished(const medicobus::plan::OccurrenceId& passage);

private:
    void keep();
    void readPerson();
    void readFollowUp();
    void readEarlier();
    plan::SiteKey siteHere() const;

    Workspace& m_workspace;
    Feedback& m_feedback;
    std::optional<clinic::Appointment> m_appointment;
    clinic::Visit m_visit;
    bool m_hasDraft = false;
    QString m_name;
    QString m_note;
    QString m_followUp;
    QVariantList m_choices;
    QVariantList m_nearby;
    QVariantList m_earlier;
};

} // namespace medicobus::app
