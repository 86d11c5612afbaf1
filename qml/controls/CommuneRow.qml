// SPDX-License-Identifier: EUPL-1.2
// A commune found.
ListRow {
    required property string insee
    required property string name
    required property bool hasStop

    title: name
    iconName: hasStop ? "bus" : "place"
}
