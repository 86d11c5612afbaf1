// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// A new device: the first person who may open it.
ColumnLayout {
    id: first

    required property LockPage lock

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Protéger cet appareil")
    }
    BodyText {
        Layout.fillWidth: true
        text: qsTr("Ce que les patients disent reste illisible sans votre code. Chaque personne de l’équipe a le sien.")
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: first.lock.problem
        text: first.lock.remedy
    }
    InputField {
        objectName: "label"
        Layout.fillWidth: true
        label: qsTr("Comment vous appelle-t-on dans l’équipe\u00A0?")
        hint: qsTr("Un prénom suffit\u00A0; il se voit sur l’écran verrouillé.")
        maximumLength: 24
        text: first.lock.newLabel
        onEdited: text => first.lock.newLabel = text
        onAccepted: first.lock.goOn()
    }
    PrimaryButton {
        objectName: "goOn"
        Layout.fillWidth: true
        minimumTarget: 72
        enabled: first.lock.canGoOn
        text: qsTr("Choisir mon code")
        onClicked: first.lock.goOn()
    }
}
