// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The least that tells a person from another and lets the crew call back.
ColumnLayout {
    id: form

    required property PersonChoice person

    spacing: Theme.gap3

    InputField {
        objectName: "familyName"
        Layout.fillWidth: true
        label: qsTr("Nom")
        text: form.person.familyName
        error: form.person.nameError
        onEdited: text => form.person.familyName = text
    }
    InputField {
        objectName: "givenName"
        Layout.fillWidth: true
        label: qsTr("Prénom")
        text: form.person.givenName
        onEdited: text => form.person.givenName = text
    }
    InputField {
        objectName: "birthDate"
        Layout.fillWidth: true
        label: qsTr("Date de naissance")
        placeholder: qsTr("jj/mm/aaaa")
        inputMethodHints: Qt.ImhDate
        text: form.person.birthDate
        error: form.person.birthError
        onEdited: text => form.person.birthDate = text
    }
    InputField {
        objectName: "phone"
        Layout.fillWidth: true
        label: qsTr("Téléphone")
        inputMethodHints: Qt.ImhDialableCharactersOnly
        text: form.person.phone
        error: form.person.phoneError
        onEdited: text => form.person.phone = text
    }
    QuietButton {
        text: qsTr("Revenir à la recherche")
        iconName: "search"
        minimumTarget: Theme.crewTarget
        Layout.maximumWidth: form.width
        onClicked: form.person.forget()
    }
}
