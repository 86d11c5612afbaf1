// SPDX-License-Identifier: EUPL-1.2
// qmllint disable unqualified
// Qt 6.4 cannot make bound components from a Loader or a list's heading, so ids of the page are found by name.
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Exchange
import Medicobus.Crew

// The crew's space: one page on a phone; on a tablet the day at the left, and beside it the list or a form.
Item {
    id: view

    required property CrewSpace space
    // Under 600 wide; and from 1000 wide, where list and detail stand side by side.
    required property bool compact
    required property bool wide
    readonly property string detail: space.page === "today" ? "list" : space.page

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Notice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap4
            Layout.rightMargin: Theme.gap4
            Layout.bottomMargin: Theme.gap2
            visible: view.space.feedback.problem !== ""
            tone: "act"
            title: view.space.feedback.problem
            text: view.space.feedback.remedy
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            Loader {
                Layout.fillWidth: !view.wide
                Layout.fillHeight: true
                Layout.preferredWidth: 480 + (Theme.textScale - 1) * 60
                active: view.wide || view.space.page === "today"
                visible: active
                sourceComponent: TodayView {
                    day: view.space.day
                    besideList: view.wide
                }
            }
            Divider {
                visible: view.wide
                Layout.fillHeight: true
                implicitWidth: Theme.stroke
            }
            Item {
                visible: view.wide || view.space.page !== "today"
                Layout.fillWidth: true
                Layout.fillHeight: true

                Loader {
                    anchors.fill: parent
                    active: view.detail === "list" && (view.wide || view.space.page === "list")
                    sourceComponent: StopListView {
                        space: view.space
                        showsTitle: view.space.page !== "list"
                        covered: undoBar.visible ? undoBar.height + Theme.gap3 : 0
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "book"
                    sourceComponent: BookingView {
                        booking: view.space.booking
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "todo"
                    sourceComponent: TodoView {
                        todo: view.space.todo
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "card"
                    sourceComponent: StopCardView {
                        card: view.space.card
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "waiting"
                    sourceComponent: WaitingView {
                        waiting: view.space.waiting
                        onAdded: view.space.addWaiting()
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "closing"
                    sourceComponent: ClosingView {
                        closing: view.space.closing
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "phone"
                    sourceComponent: PhoneView {
                        phone: view.space.phone
                        todoCount: view.space.todo.count
                        onTodoAsked: view.space.place = "todo"
                    }
                }
                Loader {
                    anchors.fill: parent
                    active: view.detail === "visit"
                    sourceComponent: VisitView {
                        visit: view.space.visit
                    }
                }
            }
        }
    }

    UndoBar {
        id: undoBar
        objectName: "undoBar"
        anchors {
            horizontalCenter: parent.horizontalCenter
            bottom: parent.bottom
            bottomMargin: 72 + 3 * Theme.gap3
        }
        width: Math.min(view.width - 2 * Theme.gap4, Theme.lineWidth)
        onUndone: view.space.undo()
    }

    Connections {
        target: view.space.feedback
        function onSaid(what: string, canUndo: bool) {
            undoBar.canUndo = canUndo;
            undoBar.show(what);
        }
    }
    Connections {
        target: view.space
        function onPageChanged() {
            if (view.space.page === "visit" || view.space.page === "book")
                undoBar.hide();
        }
    }
}
