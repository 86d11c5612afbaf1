// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtQuick.Layouts
import Medicobus.App
import Medicobus.Controls

ScrollPage {
    id: view

    required property CrewSpace space
    // Under 600 wide; and from 1000 wide, where list and detail stand side by side.
    required property bool compact
    required property bool wide

    EmptyState {
        Layout.fillWidth: true
        title: view.space.title
    }
}
