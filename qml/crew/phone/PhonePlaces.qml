// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Where somebody lives, then the next free places there and around.
ColumnLayout {
    id: part

    required property PhonePage phone
    readonly property bool hasCommune: phone.commune !== ""

    spacing: Theme.gap3

    Notice {
        Layout.fillWidth: true
        visible: part.phone.forWhom !== ""
        tone: "primary"
        iconName: "phone"
        title: qsTr("Une place pour %1").arg(part.phone.forWhom)
        text: qsTr("La demande se classe quand le rendez-vous est pris.")
    }
    CommuneFinder {
        Layout.fillWidth: true
        visible: !part.hasCommune
        label: qsTr("Commune de la personne")
        communes: part.phone.search
        query: part.phone.search.query
        isTooMany: part.phone.search.isTooMany
        stopText: qsTr("le médicobus y passe")
        onTyped: text => part.phone.search.query = text
        onChosen: insee => part.phone.chooseCommune(insee)
    }
    PlainButton {
        objectName: "otherCommune"
        Layout.fillWidth: true
        visible: part.hasCommune
        minimumTarget: Theme.crewTarget
        text: qsTr("%1 · changer de commune").arg(part.phone.commune)
        iconName: "place"
        onClicked: part.phone.forgetCommune()
    }
    Repeater {
        model: part.hasCommune ? part.phone.offers : null

        OfferRow {
            Layout.fillWidth: true
            onTaken: choice => part.phone.take(choice)
        }
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap6
        visible: part.hasCommune && part.phone.offerCount === 0
        title: qsTr("Aucune place libre à moins d’une demi-heure")
        text: qsTr("Notez la demande\u00A0: elle se rappelle sous 48 heures.")
        action: qsTr("Noter une demande")
        onActed: part.phone.startRequest()
    }
}
