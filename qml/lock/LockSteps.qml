// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The step of opening this device that is due: who is there, a PIN, a new one, or what to do when none opens it.
ColumnLayout {
    id: steps

    required property LockPage lock

    spacing: Theme.gap3

    PeopleChoice {
        Layout.fillWidth: true
        visible: steps.lock.stage === "people"
        lock: steps.lock
    }
    FirstPerson {
        Layout.fillWidth: true
        visible: steps.lock.stage === "name"
        form: steps.lock
        heading: steps.lock.isRecovering ? qsTr("Qui ouvre cet appareil\u00A0?") : qsTr("Protéger cet appareil")
        explanation: steps.lock.isRecovering
            ? qsTr("Les anciens codes n’ouvriront plus. Les autres personnes de l’équipe se rajoutent ensuite, une fois l’appareil ouvert.")
            : qsTr("Ce que les patients disent reste illisible sans votre code. Chaque personne de l’équipe a le sien.")
    }
    PinPage {
        Layout.fillWidth: true
        visible: steps.lock.takesDigits
        form: steps.lock
        waitText: steps.lock.waitText
        spokenWait: steps.lock.spokenWait
        hasOthers: steps.lock.userCount > 1
        onBack: steps.lock.goBack()
        onForgotten: steps.lock.askForHelp()
    }
    ForgottenPin {
        Layout.fillWidth: true
        visible: steps.lock.stage === "help"
        lock: steps.lock
    }
    RecoveryEntry {
        Layout.fillWidth: true
        visible: steps.lock.stage === "recover"
        form: steps.lock.recovery
        problem: steps.lock.problem
        remedy: steps.lock.remedy
        explanation: qsTr("Appelez la coordination\u00A0: si elle est d’accord, elle sort la clé du coffre et vous lit les 60 lettres.")
        onTaken: steps.lock.takeRecoveryCode()
        onBack: steps.lock.goBack()
    }
    LostKeys {
        Layout.fillWidth: true
        visible: steps.lock.stage === "lost"
        lock: steps.lock
    }
}
