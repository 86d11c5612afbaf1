// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The enrolment code, pasted or typed; below it the same letters in groups of five, to read against the other screen.
ColumnLayout {
    id: entry

    required property EnrolmentPage enrolment

    spacing: Theme.gap2

    SmallText {
        Layout.fillWidth: true
        text: qsTr("La coordination le montre ou l’envoie. Espaces, tirets et minuscules ne comptent pas.")
    }
    CodeField {
        Layout.fillWidth: true
        inputName: "code"
        label: qsTr("Code d’inscription")
        hint: entry.enrolment.codeHint
        error: entry.enrolment.codeError
        text: entry.enrolment.code
        onEdited: text => entry.enrolment.code = text
    }
    SmallText {
        Layout.fillWidth: true
        visible: text !== ""
        text: entry.enrolment.codeRead
    }
}
