// SPDX-License-Identifier: EUPL-1.2
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Medicobus.Theme
import Medicobus.Controls
import Medicobus.Exchange

// Makes sure, once and by telephone, that what this town hall deposits can be opened by the crew alone.
Card {
    id: card

    // "waiting", "compare", "differ" or "compared".
    required property string stage
    // A list of { figures, devices, compared }.
    required property var told
    required property string phone
    property string problem: ""
    property string remedy: ""
    property bool looksAgain: false
    property bool areOther: false
    readonly property bool isDone: stage === "compared" && !looksAgain
    signal confirmed(string figures)

    spacing: Theme.gap3

    HeadingText {
        Layout.fillWidth: true
        text: card.isDone ? qsTr("L’équipe est vérifiée") : qsTr("Vérifier que c’est bien l’équipe")
    }
    BodyText {
        Layout.fillWidth: true
        text: card.isDone ? qsTr("Ce que vous déposez pour un habitant ne peut être lu que par l’équipe du bus.")
            : card.stage === "waiting" ? qsTr("L’équipe du bus n’a pas encore envoyé ses chiffres. Ils arriveront d’eux-mêmes\u00A0; en attendant, prenez les rendez-vous par téléphone.")
            : qsTr("Ce que vous déposez pour un habitant est fermé\u00A0: l’équipe du bus seule peut l’ouvrir. Avant le premier dépôt, appelez-la et lisez ensemble ces six nombres.")
    }
    Flag {
        visible: card.isDone
        text: qsTr("Chiffres comparés")
        tone: "good"
    }
    BodyText {
        Layout.fillWidth: true
        visible: !card.isDone && card.phone !== "" && card.stage !== "waiting"
        text: qsTr("L’équipe\u00A0: %1").arg(card.phone)
        strong: true
    }
    Notice {
        Layout.fillWidth: true
        visible: card.stage === "differ"
        tone: "look"
        title: qsTr("Des appareils annoncent des chiffres différents.")
        text: qsTr("Gardez ceux que l’équipe vous lit. Rien ne se dépose avant.")
    }
    Notice {
        Layout.fillWidth: true
        visible: title !== ""
        tone: "act"
        title: card.problem
        text: card.remedy
    }
    Repeater {
        model: card.isDone ? [] : card.told

        ColumnLayout {
            id: choice

            required property var modelData

            Layout.fillWidth: true
            spacing: Theme.gap3

            FigureGroups {
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.lineWidth
                figures: choice.modelData.figures
            }
            SmallText {
                Layout.fillWidth: true
                text: qsTr("Annoncés par\u00A0: %1").arg(choice.modelData.devices)
            }
            PrimaryButton {
                objectName: "sameFigures"
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.lineWidth
                text: choice.modelData.compared ? qsTr("Ce sont toujours les mêmes") : qsTr("Ce sont les mêmes")
                iconName: "check"
                onClicked: {
                    card.areOther = false;
                    card.looksAgain = false;
                    card.confirmed(choice.modelData.figures);
                }
            }
        }
    }
    PlainButton {
        objectName: "otherFigures"
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.lineWidth
        visible: !card.isDone && card.told.length > 0 && !card.areOther
        text: qsTr("L’équipe lit autre chose")
        iconName: "look"
        onClicked: card.areOther = true
    }
    Notice {
        objectName: "warning"
        Layout.fillWidth: true
        visible: !card.isDone && card.areOther
        tone: "act"
        title: qsTr("Ne déposez rien avec cet appareil.")
        text: qsTr("Relisez les chiffres une fois. S’ils restent différents, appelez la coordination\u00A0: quelqu’un se fait peut-être passer pour l’équipe. Les rendez-vous se prennent par téléphone.")
    }
    QuietButton {
        visible: card.isDone
        Layout.maximumWidth: card.width - 2 * card.padding
        text: qsTr("Revoir les chiffres")
        iconName: "refresh"
        onClicked: card.looksAgain = true
    }
}
