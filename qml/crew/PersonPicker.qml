// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Who comes: a few letters find a known person, or the least that makes a new one.
ColumnLayout {
    id: picker

    required property PersonChoice person

    // Whoever opens the page types a name next.
    function takeFocus() {
        if (visible && !person.isChosen && !person.isNew)
            search.forceActiveFocus();
    }
    Component.onCompleted: takeFocus()
    onVisibleChanged: takeFocus()

    spacing: Theme.gap3

    Card {
        Layout.fillWidth: true
        visible: picker.person.isChosen

        BodyText {
            Layout.fillWidth: true
            text: picker.person.name
            strong: true
        }
        SmallText {
            Layout.fillWidth: true
            visible: text !== ""
            text: picker.person.note
        }
        QuietButton {
            text: qsTr("Choisir une autre personne")
            iconName: "edit"
            minimumTarget: Theme.crewTarget
            Layout.maximumWidth: picker.width - 2 * Theme.gap4
            onClicked: picker.person.forget()
        }
    }
    SamePersonCard {
        Layout.fillWidth: true
        visible: picker.person.isChosen
        same: picker.person.same
    }

    InputField {
        id: search
        objectName: "search"
        Layout.fillWidth: true
        visible: !picker.person.isChosen && !picker.person.isNew
        label: qsTr("Nom ou date de naissance")
        placeholder: qsTr("Quelques lettres")
        text: picker.person.query
        hint: picker.person.query !== "" && picker.person.found.count === 0 ? qsTr("Personne de ce nom sur cet appareil.") : ""
        onEdited: text => picker.person.query = text
    }

    NewPersonForm {
        Layout.fillWidth: true
        visible: picker.person.isNew && !picker.person.isChosen
        person: picker.person
    }

    BodyText {
        Layout.fillWidth: true
        visible: picker.person.isNew && !picker.person.isChosen && picker.person.found.count > 0
        text: qsTr("Peut-être déjà connue\u00A0:")
        strong: true
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: !picker.person.isChosen
        spacing: Theme.gap3

        Repeater {
            model: picker.person.isChosen ? null : picker.person.found

            ListRow {
                required property string personId
                required property string name
                required note

                objectName: "found"
                Layout.fillWidth: true
                title: name
                iconName: "person"
                minimumTarget: Theme.crewTarget
                onClicked: picker.person.choose(personId)
            }
        }
    }

    PlainButton {
        objectName: "newPerson"
        Layout.fillWidth: true
        visible: !picker.person.isChosen && !picker.person.isNew
        text: qsTr("Nouvelle personne")
        iconName: "person-plus"
        minimumTarget: Theme.crewTarget
        onClicked: picker.person.startNew()
    }
}
