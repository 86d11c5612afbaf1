// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// What the crew writes down of a place; it is kept when the page is left, too.
ScrollPage {
    id: form

    required property StopCard card
    readonly property var typed: card.typed

    objectName: "cardForm"
    spacing: Theme.gap4

    SmallText {
        Layout.fillWidth: true
        text: qsTr("Réservé à l’équipe\u00A0: ni les mairies ni le public ne le lisent.")
    }
    InputField {
        objectName: "keys"
        Layout.fillWidth: true
        label: qsTr("Clés et entrée")
        text: form.typed.keys ?? ""
        maximumLength: 280
        onEdited: text => form.card.type("keys", text)
    }
    InputField {
        Layout.fillWidth: true
        label: qsTr("Prise électrique")
        text: form.typed.power ?? ""
        maximumLength: 280
        onEdited: text => form.card.type("power", text)
    }
    InputField {
        Layout.fillWidth: true
        label: qsTr("Accès des personnes à mobilité réduite")
        text: form.typed.access ?? ""
        maximumLength: 280
        onEdited: text => form.card.type("access", text)
    }
    InputField {
        Layout.fillWidth: true
        label: qsTr("Contact sur place")
        text: form.typed.contact ?? ""
        maximumLength: 280
        onEdited: text => form.card.type("contact", text)
    }
    InputField {
        objectName: "contactPhone"
        Layout.fillWidth: true
        label: qsTr("Téléphone du contact")
        text: form.typed.phone ?? ""
        error: form.card.phoneError
        inputMethodHints: Qt.ImhDialableCharactersOnly
        onEdited: text => form.card.type("phone", text)
    }
}
