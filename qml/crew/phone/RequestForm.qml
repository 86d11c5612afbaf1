// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Crew

// A request to be called back, written down while somebody is on the line.
ColumnLayout {
    id: form

    required property PhonePage phone

    spacing: 0

    ScrollPage {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: 1.2 * Theme.lineWidth
        spacing: Theme.gap4

        CommuneFinder {
            Layout.fillWidth: true
            visible: form.phone.commune === ""
            label: qsTr("Commune de la personne")
            communes: form.phone.search
            query: form.phone.search.query
            isTooMany: form.phone.search.isTooMany
            stopText: qsTr("le médicobus y passe")
            onTyped: text => form.phone.search.query = text
            onChosen: insee => form.phone.chooseCommune(insee)
        }
        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: form.phone.commune
            strong: true
        }
        PersonPicker {
            Layout.fillWidth: true
            person: form.phone.person
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap2

            HeadingText {
                Layout.fillWidth: true
                text: qsTr("Motif")
            }
            SegmentedChoice {
                Layout.fillWidth: true
                label: qsTr("Motif")
                options: form.phone.reasons
                value: form.phone.reason
                minimumTarget: Theme.crewTarget
                onChosen: value => form.phone.reason = value
            }
        }
        QuietButton {
            text: qsTr("Ne pas garder")
            iconName: "close"
            minimumTarget: Theme.crewTarget
            onClicked: form.phone.dropRequest()
        }
    }

    ActionBar {
        Layout.fillWidth: true
        text: form.phone.canKeep ? qsTr("Garder la demande") : form.phone.commune === "" ? qsTr("Choisissez la commune") : qsTr("Choisissez une personne")
        iconName: "check"
        actionEnabled: form.phone.canKeep
        onActed: form.phone.keepRequest()
    }
}
