// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// A code that lets one more device ask to come: what it will be, then the code to scan or to type.
Card {
    id: panel

    required property DevicesPage page
    readonly property bool hasCode: page.codeText !== ""

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: qsTr("Ajouter un appareil")
    }
    SegmentedChoice {
        Layout.fillWidth: true
        visible: !panel.hasCode
        label: qsTr("Ce qu’il sera")
        options: panel.page.roles
        value: panel.page.role
        onChosen: value => panel.page.role = value
    }
    InputField {
        objectName: "commune"
        Layout.fillWidth: true
        visible: !panel.hasCode && panel.page.needsCommune
        label: qsTr("Code INSEE de la commune")
        hint: qsTr("Cinq caractères\u00A0; ce n’est pas le code postal.")
        maximumLength: 5
        text: panel.page.commune
        onEdited: text => panel.page.commune = text
    }
    PrimaryButton {
        objectName: "invite"
        Layout.fillWidth: true
        visible: !panel.hasCode
        enabled: panel.page.canInvite && !panel.page.isBusy
        text: qsTr("Faire un code")
        iconName: "plus"
        onClicked: panel.page.invite()
    }

    QrCode {
        objectName: "qr"
        visible: panel.hasCode
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Math.min(panel.width - 2 * panel.padding, 300)
        Layout.preferredHeight: Layout.preferredWidth
        text: panel.page.codeUri
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Code d’inscription, à scanner")
    }
    BodyText {
        Layout.fillWidth: true
        visible: panel.hasCode
        text: panel.page.codeFor
    }
    BodyText {
        objectName: "codeText"
        Layout.fillWidth: true
        visible: panel.hasCode
        text: panel.page.codeText
        strong: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
    PlainButton {
        objectName: "forget"
        Layout.fillWidth: true
        visible: panel.hasCode
        text: qsTr("Cacher ce code")
        iconName: "close"
        onClicked: panel.page.forgetCode()
    }
}
