// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme

// One field, and below it the communes that its few letters find.
ColumnLayout {
    id: finder

    required property string label
    // Rows with the roles insee, name and hasStop.
    required property var communes
    required property string query
    property bool isTooMany: false
    property string stopText: ""
    signal typed(string text)
    signal chosen(string insee)

    spacing: Theme.gap3

    InputField {
        Layout.fillWidth: true
        label: finder.label
        text: finder.query
        hint: finder.isTooMany ? qsTr("Tapez une lettre de plus pour en voir moins.") : qsTr("Les premières lettres suffisent, sans accents.")
        error: finder.query !== "" && list.count === 0 ? qsTr("Aucune commune ne commence ainsi. Vérifiez les lettres.") : ""
        onEdited: text => finder.typed(text)
        onAccepted: if (list.count > 0) finder.chosen((list.itemAt(0) as CommuneRow).insee)
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap1

        Repeater {
            id: list
            model: finder.communes

            CommuneRow {
                Layout.fillWidth: true
                note: hasStop ? finder.stopText : ""
                onClicked: finder.chosen(insee)
            }
        }
    }
}
