// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Controls
import Medicobus.Theme

TestCase {
    id: test
    name: "Controls"
    width: 390
    height: 700
    visible: true
    when: windowShown

    Component { id: button; PrimaryButton { text: "Je suis arrivé" } }
    Component { id: longButton; PlainButton { text: "Ouvrir la liste de Saint-Germain-de-la-Coudre, salle communale"; width: 300 } }
    Component { id: undo; UndoBar { width: 390 } }
    Component { id: field; InputField { label: "Ma commune"; width: 300 } }
    Component {
        id: choice
        SegmentedChoice {
            label: "Couleurs"
            width: 300
            value: "a"
            options: [{ value: "a", label: "Jour" }, { value: "b", label: "Plein soleil" }]
        }
    }
    Component { id: progress; ProgressPanel { label: "Calcul"; value: 0.5; width: 300 } }
    SignalSpy { id: spy }

    function cleanup() { Theme.textScale = 1; }

    function test_button_answers_touch_and_keys() {
        const item = createTemporaryObject(button, test);
        verify(item.height >= 48 && item.width >= 48);
        spy.target = null;
        spy.signalName = "clicked";
        spy.target = item;
        spy.clear();
        mouseClick(item);
        item.forceActiveFocus();
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        compare(spy.count, 3);
    }

    function test_long_words_wrap() {
        Theme.textScale = 2;
        const item = createTemporaryObject(longButton, test);
        waitForRendering(item);
        verify(item.height > 2 * Theme.bodySize, "a long name takes several lines");
    }

    function test_undo_bar_offers_to_take_back() {
        const item = createTemporaryObject(undo, test);
        verify(!item.visible);
        item.show("Patient absent");
        verify(item.visible);
        spy.target = null;
        spy.signalName = "undone";
        spy.target = item;
        spy.clear();
        mouseClick(item, item.width - 40, item.height / 2);
        compare(spy.count, 1);
        verify(!item.visible);
    }

    function test_field_tells_what_is_typed() {
        const item = createTemporaryObject(field, test);
        spy.target = null;
        spy.signalName = "edited";
        spy.target = item;
        spy.clear();
        item.forceActiveFocus();
        keyClick(Qt.Key_L);
        compare(item.text, "l");
        compare(spy.count, 1);
    }

    function test_choice_gives_the_value_that_was_touched() {
        const item = createTemporaryObject(choice, test);
        waitForRendering(item);
        spy.target = null;
        spy.signalName = "chosen";
        spy.target = item;
        spy.clear();
        mouseClick(item, 110, 20);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], "b");
    }

    function test_progress_can_be_stopped() {
        const item = createTemporaryObject(progress, test);
        waitForRendering(item);
        spy.target = null;
        spy.signalName = "cancelled";
        spy.target = item;
        spy.clear();
        mouseClick(item, 60, item.height - 30);
        compare(spy.count, 1);
    }
}
