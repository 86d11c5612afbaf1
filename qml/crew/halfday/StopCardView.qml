// SPDX-License-Identifier: EUPL-1.2
// qmllint disable unqualified
// Qt 6.4 cannot make bound components from a Loader, so ids of the page are found by name.
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Crew

// What the crew needs to know of a place: how to find it, to get in, to plug in, and whom to call.
ColumnLayout {
    id: view

    required property StopCard card
    readonly property var notes: card.notes
    readonly property bool isBare: notes.keys === "" && notes.power === "" && notes.access === "" && notes.contact === ""
        && !card.canCall

    spacing: 0

    ScrollPage {
        objectName: "card"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: !view.card.isTyping
        spacing: Theme.gap6

        FactLine {
            Layout.fillWidth: true
            visible: text !== ""
            iconName: "place"
            text: view.card.address
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.card.canGo
            iconName: "map"
            text: view.card.point
            note: qsTr("Latitude ; longitude, à saisir dans un GPS")
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.notes.keys !== ""
            iconName: "lock"
            text: view.notes.keys
            note: qsTr("Clés et entrée")
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.notes.power !== ""
            iconName: "plug"
            text: view.notes.power
            note: qsTr("Prise électrique")
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.notes.access !== ""
            iconName: "people"
            text: view.notes.access
            note: qsTr("Accès des personnes à mobilité réduite")
        }
        FactLine {
            Layout.fillWidth: true
            visible: view.notes.contact !== "" || view.card.canCall
            iconName: "person"
            text: view.notes.contact !== "" ? view.notes.contact : view.card.phone
            note: view.notes.contact !== "" && view.card.canCall ? view.card.phone : qsTr("Contact sur place")
        }
        PlainButton {
            objectName: "call"
            Layout.fillWidth: true
            visible: view.card.canCall
            minimumTarget: Theme.crewTarget
            text: qsTr("Appeler le %1").arg(view.card.phone)
            iconName: "phone"
            onClicked: view.card.call()
        }
        BodyText {
            Layout.fillWidth: true
            visible: view.isBare && !view.card.isDepot
            text: qsTr("Personne n’a encore noté où est la clé, la prise, ni qui appeler.")
            soft: true
        }
        PlainButton {
            objectName: "editCard"
            Layout.fillWidth: true
            visible: !view.card.isDepot
            minimumTarget: Theme.crewTarget
            text: view.isBare ? qsTr("Noter ce qu’il faut savoir ici") : qsTr("Corriger la fiche du lieu")
            iconName: "edit"
            onClicked: view.card.startTyping()
        }
    }

    Loader {
        Layout.fillWidth: true
        Layout.fillHeight: true
        active: view.card.isTyping
        visible: active
        sourceComponent: StopCardForm { card: view.card }
    }

    ActionBar {
        Layout.fillWidth: true
        visible: view.card.isTyping || view.card.canGo
        text: view.card.isTyping ? qsTr("Enregistrer la fiche") : qsTr("Y aller")
        iconName: view.card.isTyping ? "check" : "map"
        onActed: {
            if (view.card.isTyping)
                view.card.save();
            else
                view.card.go();
        }
    }
}
