// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls

// One person who may open this device. Taking them off is asked for in place, and said before it is done.
Card {
    id: card

    required property string userId
    required property string label
    property bool isSelf: false
    property bool isAsked: false
    signal pinAsked
    signal removalAsked
    signal removed
    signal kept

    spacing: Theme.gap3

    BodyText {
        Layout.fillWidth: true
        text: card.isSelf ? qsTr("%1 (vous)").arg(card.label) : card.label
        strong: true
    }
    Flow {
        Layout.fillWidth: true
        visible: !card.isAsked
        spacing: Theme.gap3

        PlainButton {
            objectName: "changePin"
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            text: card.isSelf ? qsTr("Changer mon code") : qsTr("Nouveau code")
            iconName: "edit"
            onClicked: card.pinAsked()
        }
        PlainButton {
            objectName: "removePerson"
            visible: !card.isSelf
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            text: qsTr("Retirer")
            iconName: "close"
            onClicked: card.removalAsked()
        }
    }
    BodyText {
        Layout.fillWidth: true
        visible: card.isAsked
        text: qsTr("%1 ne pourra plus ouvrir cet appareil. Ce qui a été noté reste. Pour revenir, il faudra choisir un nouveau code.").arg(card.label)
    }
    Flow {
        Layout.fillWidth: true
        visible: card.isAsked
        spacing: Theme.gap3

        PrimaryButton {
            objectName: "confirmRemoval"
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            text: qsTr("Retirer %1").arg(card.label)
            onClicked: card.removed()
        }
        PlainButton {
            objectName: "keepPerson"
            width: Math.min(implicitWidth, parent.width)
            minimumTarget: Theme.crewTarget
            text: qsTr("Ne rien changer")
            onClicked: card.kept()
        }
    }
}
