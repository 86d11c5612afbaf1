// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Mairie

// A town hall's secretary and the crew read six groups of figures to each other by telephone.
TestCase {
    id: test
    name: "CrewKey"
    width: 390
    height: 844
    visible: true
    when: windowShown

    readonly property var one: [{ figures: "0412 7735 9081 2266 5500 1937", devices: "Tablette du bus 1", compared: false }]

    Component {
        id: card
        CrewKeyCard {
            width: 390
            phone: "02 61 91 00 01"
        }
    }
    SignalSpy { id: spy; signalName: "confirmed" }

    function named(item, name) {
        const found = [];
        const walk = each => {
            if (!each.visible)
                return;
            if (each.objectName === name)
                found.push(each);
            for (let i = 0; i < each.children.length; ++i)
                walk(each.children[i]);
        };
        walk(item);
        return found;
    }
    function open(stage, told) {
        const item = createTemporaryObject(card, test, { stage: stage, told: told });
        spy.target = item;
        spy.clear();
        waitForRendering(item);
        return item;
    }

    function test_the_same_figures_are_confirmed_by_one_touch() {
        const item = open("compare", one);
        const button = named(item, "sameFigures")[0];
        verify(button.height >= 48);
        mouseClick(button);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], one[0].figures);
    }
    function test_other_figures_confirm_nothing_and_say_what_to_do() {
        const item = open("compare", one);
        compare(named(item, "warning").length, 0);
        mouseClick(named(item, "otherFigures")[0]);
        compare(named(item, "warning").length, 1);
        compare(spy.count, 0);
    }
    function test_two_keys_are_two_choices() {
        const two = one.concat([{ figures: "9999 7735 9081 2266 5500 1937", devices: "Inconnu", compared: false }]);
        const item = open("differ", two);
        compare(named(item, "sameFigures").length, 2);
        mouseClick(named(item, "sameFigures")[1]);
        compare(spy.signalArguments[0][0], two[1].figures);
    }
    function test_once_compared_the_figures_are_put_away() {
        const item = open("compared", [{ figures: one[0].figures, devices: "Tablette du bus 1", compared: true }]);
        compare(named(item, "sameFigures").length, 0);
        item.looksAgain = true;
        compare(named(item, "sameFigures").length, 1);
    }
    function test_before_the_crew_told_there_is_nothing_to_touch() {
        const item = open("waiting", []);
        compare(named(item, "sameFigures").length, 0);
        compare(named(item, "otherFigures").length, 0);
    }
}
