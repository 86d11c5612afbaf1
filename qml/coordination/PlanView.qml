// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls

// The plan: how it is made, what it is worth, its weeks, one tour in detail, and its publication.
ScrollPage {
    id: view

    required property PlanPage page
    required property bool wide
    readonly property bool isBroad: wide && width >= 1400

    maximumWidth: 1600
    spacing: Theme.gap4

    ProgressPanel {
        Layout.fillWidth: true
        visible: view.page.run.isRunning
        label: view.page.run.isAssessing ? qsTr("Calcul des chiffres du plan publié")
            : view.page.run.isStopping ? qsTr("Arrêt de la recherche, le meilleur plan est gardé")
            : qsTr("Recherche d’un plan")
        value: view.page.run.isAssessing ? -1 : view.page.run.progress
        detail: view.page.run.liveShare === "" ? view.page.run.liveScore
            : qsTr("Score %1, soit %2 du meilleur possible").arg(view.page.run.liveScore).arg(view.page.run.liveShare)
        canCancel: !view.page.run.isAssessing && !view.page.run.isStopping
        cancelText: qsTr("Arrêter et garder le meilleur")
        onCancelled: view.page.run.stop()
    }

    Notice {
        Layout.fillWidth: true
        visible: view.page.problem !== ""
        tone: "act"
        title: view.page.problem
    }

    EmptyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap8
        visible: !view.page.hasPlan && !view.page.run.isRunning
        iconName: "plan"
        title: qsTr("Aucun plan pour l’instant")
        text: qsTr("Le plan dira dans quelles communes le bus s’arrête, quelle demi-journée et quelles semaines.")
        action: qsTr("Proposer un plan")
        onActed: view.page.propose()
    }

    PublishPanel {
        Layout.fillWidth: true
        visible: view.page.hasPlan
        page: view.page
    }

    FigureStrip {
        Layout.fillWidth: true
        visible: view.page.hasPlan
        figures: view.page.figures
    }

    GridLayout {
        Layout.fillWidth: true
        visible: view.page.hasPlan
        // Under 1400 wide the names of communes would break beside a map: the tour then stands below the board.
        columns: view.isBroad ? 2 : 1
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap4

        // Repeaters of one or none: in Qt 6.4 a Loader cannot make a component bound to this file.
        Repeater {
            model: view.wide ? 1 : 0

            PlanBoard {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                page: view.page
            }
        }
        Repeater {
            model: view.wide ? 0 : 1

            PlanDays {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                page: view.page
            }
        }
        TourPanel {
            visible: view.wide
            Layout.fillWidth: !view.isBroad
            Layout.preferredWidth: 340
            beside: view.wide && !view.isBroad
            Layout.alignment: Qt.AlignTop
            page: view.page
        }
    }
}
