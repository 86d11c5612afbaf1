// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Templates as T
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// Every commune, the most lacking first; it says all that the map shows.
ListView {
    id: list

    required property TerritoryPage page
    signal opened(int commune)

    model: page.needs
    clip: true
    spacing: 2
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    activeFocusOnTab: true
    highlightFollowsCurrentItem: false
    reuseItems: true
    property bool wasMoved: false
    onMovementStarted: wasMoved = true
    // Heading and header take their height after the rows.
    onOriginYChanged: if (!wasMoved && currentIndex <= 0) toTop.restart()
    Component.onCompleted: currentIndex = page.selectedRow
    // What stands above the first row must be seen with it.
    onCurrentIndexChanged: currentIndex > 0 ? positionViewAtIndex(currentIndex, ListView.Contain) : positionViewAtBeginning()
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Communes par consultations manquantes")

    T.ScrollBar.vertical: ThinScrollBar {}

    Timer {
        id: toTop
        interval: 0
        onTriggered: list.positionViewAtBeginning()
    }
    Connections {
        target: list.page
        function onSelectedRowChanged() { list.currentIndex = list.page.selectedRow; }
    }

    section.property: "section"
    section.delegate: Item {
        id: heading
        required property string section

        width: ListView.view.width
        height: word.implicitHeight + Theme.gap3

        SmallText {
            id: word
            x: Theme.gap3
            y: Theme.gap2
            width: parent.width - 2 * Theme.gap3
            text: heading.section === "below" ? qsTr("Sous le seuil · consultations manquantes par an")
                : heading.section === "unknown" ? qsTr("Besoin non connu") : qsTr("Au-dessus du seuil")
            strong: true
            Accessible.role: Accessible.Heading
        }
    }

    // In Qt 6.4 a list cannot make section headings that are bound to their file, so nothing here is.
    // qmllint disable unqualified
    delegate: NeedRow {
        width: ListView.view.width - 8
        chosen: commune === list.page.selected
        onClicked: {
            list.page.selected = commune;
            list.opened(commune);
        }
    }
    // qmllint enable unqualified

    SmallText {
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.gap4 }
        anchors.topMargin: list.headerItem ? list.headerItem.height + Theme.gap4 : Theme.gap4
        visible: list.count === 0
        text: qsTr("Aucune commune ne porte ce nom. Quelques lettres suffisent, sans accents.")
    }
}
