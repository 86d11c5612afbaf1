// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls
import Medicobus.Theme

// The town hall's page: its commune, chosen once, and the next four stops there.
ScrollPage {
    id: view

    required property TownHallSpace space
    required property CrewKeyPage crewKey
    // Under 600 wide; and from 1000 wide, where cards stand side by side.
    required property bool compact
    required property bool wide
    readonly property CommuneStops stops: space.stops

    maximumWidth: wide && stops.hasCommune ? 1100 : Theme.lineWidth

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap8
        visible: !view.stops.hasProgramme
        title: qsTr("Aucun programme publié")
        text: qsTr("Les prochains passages apparaîtront ici dès que la coordination aura publié un plan.")
    }

    CommuneFinder {
        Layout.fillWidth: true
        visible: view.stops.hasProgramme && !view.stops.hasCommune
        label: qsTr("Votre commune")
        communes: view.stops.search
        query: view.stops.search.query
        isTooMany: view.stops.search.isTooMany
        stopText: qsTr("le médicobus y passe")
        onTyped: text => view.stops.search.query = text
        onChosen: insee => view.stops.choose(insee)
    }

    StopCards {
        Layout.fillWidth: true
        visible: view.stops.hasCommune && view.stops.passages.count > 0
        passages: view.stops.passages
        columns: view.wide ? 2 : 1
    }

    CrewKeyCard {
        Layout.fillWidth: true
        visible: view.stops.hasCommune && stage !== "alone"
        stage: view.crewKey.stage
        told: view.crewKey.told
        phone: view.crewKey.phone
        problem: view.crewKey.problem
        remedy: view.crewKey.remedy
        onConfirmed: figures => view.crewKey.confirm(figures)
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap8
        visible: view.stops.hasCommune && view.stops.passages.count === 0
        iconName: "bus"
        title: qsTr("Aucun passage prévu à %1").arg(view.stops.commune)
        text: qsTr("Le programme publié ne prévoit pas de halte dans la commune. Pour en demander une, écrivez à la coordination.")
    }

    QuietButton {
        visible: view.stops.hasCommune
        text: qsTr("Choisir une autre commune")
        iconName: "edit"
        Layout.maximumWidth: view.width - 2 * view.margin
        onClicked: view.stops.forget()
    }
}
