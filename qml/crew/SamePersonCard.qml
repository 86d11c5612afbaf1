// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Whether the chosen person was entered twice: who may be the same, and the two side by side.
ColumnLayout {
    id: view

    required property SamePerson same

    spacing: Theme.gap3

    Notice {
        Layout.fillWidth: true
        visible: view.same.isOfErased
        title: qsTr("Donnée pour être une personne effacée depuis.")
        text: qsTr("Si ce n’est pas elle, gardez cette fiche à part.")
    }
    QuietButton {
        Layout.maximumWidth: view.width
        visible: view.same.isOfErased
        text: qsTr("Garder à part")
        iconName: "check"
        minimumTarget: Theme.crewTarget
        onClicked: view.same.keepApart()
    }

    Repeater {
        model: view.same.merged

        Card {
            id: entry
            required property string personId
            required property string name
            required property string note

            objectName: "merged"
            Layout.fillWidth: true

            BodyText {
                Layout.fillWidth: true
                text: qsTr("Réunie avec %1").arg(entry.name)
            }
            SmallText {
                Layout.fillWidth: true
                visible: text !== ""
                text: entry.note
            }
            QuietButton {
                objectName: "separate"
                Layout.maximumWidth: entry.width - 2 * entry.padding
                text: qsTr("Séparer les deux fiches")
                minimumTarget: Theme.crewTarget
                onClicked: view.same.separate(entry.personId)
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        visible: view.same.isComparing
        spacing: Theme.gap3

        HeadingText {
            Layout.fillWidth: true
            text: qsTr("La même personne\u00A0?")
        }
        Repeater {
            model: view.same.lines

            Card {
                id: line
                required property var modelData

                Layout.fillWidth: true
                padding: Theme.gap3
                border.color: modelData.differs ? Theme.look : Theme.line

                SmallText {
                    Layout.fillWidth: true
                    text: line.modelData.differs ? qsTr("%1, différent").arg(line.modelData.label) : line.modelData.label
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap3

                    BodyText {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        text: line.modelData.stays
                        strong: true
                    }
                    BodyText {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        text: line.modelData.gone
                    }
                }
            }
        }
        SmallText {
            Layout.fillWidth: true
            text: qsTr("La fiche de gauche reste, et prend à l’autre ce qui lui manque. Rien n’est perdu\u00A0: on peut les séparer plus tard.")
        }
        PrimaryButton {
            objectName: "mergePersons"
            Layout.fillWidth: true
            text: qsTr("C’est la même personne")
            iconName: "check"
            minimumTarget: Theme.crewTarget
            onClicked: view.same.merge()
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap3

            QuietButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Garder plutôt l’autre")
                minimumTarget: Theme.crewTarget
                onClicked: view.same.swap()
            }
            QuietButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Non, deux personnes")
                iconName: "close"
                minimumTarget: Theme.crewTarget
                onClicked: view.same.close()
            }
        }
    }

    InputField {
        objectName: "sameSearch"
        Layout.fillWidth: true
        visible: view.same.isSearching && !view.same.isComparing
        label: qsTr("L’autre fiche\u00A0: nom ou date de naissance")
        text: view.same.query
        onEdited: text => view.same.query = text
    }
    BodyText {
        Layout.fillWidth: true
        visible: !view.same.isSearching && !view.same.isComparing && view.same.likely.count > 0
        text: qsTr("Peut-être déjà inscrite\u00A0:")
        strong: true
    }
    Repeater {
        model: view.same.isComparing ? null : view.same.likely

        ListRow {
            required property string personId
            required property string name
            required note

            objectName: "likely"
            Layout.fillWidth: true
            title: name
            iconName: "person"
            minimumTarget: Theme.crewTarget
            onClicked: view.same.compare(personId)
        }
    }
    QuietButton {
        Layout.maximumWidth: view.width
        visible: !view.same.isSearching && !view.same.isComparing
        text: qsTr("Inscrite deux fois\u00A0?")
        iconName: "search"
        minimumTarget: Theme.crewTarget
        onClicked: view.same.search()
    }
    QuietButton {
        Layout.maximumWidth: view.width
        visible: view.same.isSearching && !view.same.isComparing
        text: qsTr("Laisser")
        minimumTarget: Theme.crewTarget
        onClicked: view.same.close()
    }
}
