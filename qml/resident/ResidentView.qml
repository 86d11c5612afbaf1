// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Theme

// The resident's page: one field, then the next visit in one big card, and the later dates.
ScrollPage {
    id: view

    required property ResidentSpace space
    // Under 600 wide; and from 1000 wide.
    required property bool compact
    required property bool wide
    readonly property CommuneStops stops: space.stops

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap8
        visible: !view.stops.hasProgramme
        title: qsTr("Aucune date publiée pour le moment")
        text: qsTr("Les dates de passage apparaîtront ici dès qu’elles seront publiées.")
    }

    CommuneFinder {
        Layout.fillWidth: true
        visible: view.stops.hasProgramme && !view.stops.hasCommune
        label: qsTr("Ma commune")
        communes: view.stops.search
        query: view.stops.search.query
        isTooMany: view.stops.search.isTooMany
        stopText: qsTr("le médicobus y passe")
        onTyped: text => view.stops.search.query = text
        onChosen: insee => view.stops.choose(insee)
    }

    Repeater {
        model: view.stops.hasCommune ? view.stops.notices : []

        Notice {
            required property string modelData

            Layout.fillWidth: true
            title: modelData
        }
    }

    Notice {
        Layout.fillWidth: true
        visible: view.stops.hasCommune && view.stops.elsewhere !== ""
        tone: "primary"
        title: qsTr("Le médicobus ne passe pas à %1.").arg(view.stops.commune)
        text: qsTr("Le plus proche : %1.").arg(view.stops.elsewhere)
    }

    Repeater {
        model: view.stops.hasCommune ? view.stops.next : null

        NextVisitCard {
            Layout.fillWidth: true
            phone: view.stops.phone
            booking: view.stops.booking
        }
    }

    EmptyState {
        Layout.fillWidth: true
        visible: view.stops.hasCommune && view.stops.next.count === 0
        title: qsTr("Aucune date prévue")
        text: qsTr("Revenez plus tard, ou demandez à votre mairie.")
    }

    LaterDates {
        Layout.fillWidth: true
        visible: view.stops.hasCommune && view.stops.later.count > 0
        passages: view.stops.later
    }

    QuietButton {
        visible: view.stops.hasCommune
        text: qsTr("Choisir une autre commune")
        iconName: "edit"
        Layout.maximumWidth: view.width - 2 * view.margin
        onClicked: view.stops.forget()
    }
}
