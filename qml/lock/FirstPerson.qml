// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The name of a person who may open this device from now on.
ColumnLayout {
    id: first

    required property PinForm form
    required property string heading
    required property string explanation

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: first.heading
    }
    BodyText {
        Layout.fillWidth: true
        text: first.explanation
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: first.form.problem
        text: first.form.remedy
    }
    InputField {
        objectName: "label"
        Layout.fillWidth: true
        label: qsTr("Comment appelle-t-on cette personne dans l’équipe\u00A0?")
        hint: qsTr("Un prénom suffit\u00A0; il se voit sur l’écran verrouillé.")
        maximumLength: 24
        text: first.form.newLabel
        onEdited: text => first.form.newLabel = text
        onAccepted: first.form.goOn()
    }
    PrimaryButton {
        objectName: "goOn"
        Layout.fillWidth: true
        minimumTarget: 72
        enabled: first.form.canGoOn
        text: qsTr("Choisir le code")
        onClicked: first.form.goOn()
    }
}
