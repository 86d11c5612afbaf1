// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Exchange

// What the crew reads to a town hall that calls.
SidePanel {
    id: panel

    required property AppShell shell

    title: qsTr("Chiffres à lire aux mairies")

    BodyText {
        Layout.fillWidth: true
        text: qsTr("Une mairie appelle pour vérifier qu’elle parle bien à l’équipe\u00A0: lisez-lui ces six nombres, dans l’ordre. Elle doit avoir les mêmes sous les yeux.")
    }
    FigureGroups {
        objectName: "ownFigures"
        Layout.fillWidth: true
        figures: panel.shell.crewKey.ownFigures
    }
    SmallText {
        Layout.fillWidth: true
        text: qsTr("Ces nombres ne sont pas secrets. S’ils diffèrent, ne les changez pas\u00A0: appelez la coordination.")
    }
}
