// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Crew

// Who waits for a place here or near, oldest request first; a touch says what can be done for them.
Item {
    id: view

    required property WaitingPage waiting
    signal added

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ScrollPage {
            objectName: "waiting"
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap3

            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: view.waiting.summary
                strong: true
            }
            Repeater {
                model: view.waiting.people

                Card {
                    id: person
                    required property var modelData

                    Layout.fillWidth: true
                    padding: 0

                    ListRow {
                        objectName: "waiter"
                        Layout.fillWidth: true
                        title: person.modelData.label
                        note: person.modelData.note
                        minimumTarget: Theme.crewTarget
                        Accessible.description: qsTr("Ouvre ce qui peut être fait")
                        onClicked: {
                            sheet.request = person.modelData.value;
                            sheet.open(person.modelData.label, view.waiting.choices(person.modelData.value));
                        }

                        Icon {
                            icon: "more"
                            color: Theme.inkSoft
                            Layout.preferredWidth: Theme.iconSize
                            Layout.preferredHeight: Theme.iconSize
                        }
                    }
                }
            }
            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap8
                visible: view.waiting.people.length === 0
                iconName: "people"
                title: qsTr("Personne n’attend")
                text: qsTr("Ici viennent les personnes pour qui il n’y avait pas de place. Une place se libère : une touche la leur donne.")
            }
        }

        ActionBar {
            Layout.fillWidth: true
            text: qsTr("Ajouter à la liste d’attente")
            iconName: "person-plus"
            onActed: view.added()
        }
    }

    ActionSheet {
        id: sheet
        objectName: "waitingSheet"
        anchors.fill: parent
        property string request: ""
        onChosen: value => view.waiting.choose(request, value)
    }
}
