// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test

// The language of the screens, changed where the palette is.
TestCase {
    id: test
    name: "Language"
    width: 390
    height: 844
    visible: true
    when: windowShown

    property var shell: null

    Stage { id: stage }
    Component { id: frame; AppFrame { width: 390; height: 844 } }

    function cleanup() {
        shell.language = "fr";
    }

    function find(item, text) {
        if (!item.visible)
            return null;
        if (item.text === text || item.title === text)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], text);
            if (found)
                return found;
        }
        return null;
    }

    function touch(item, text) {
        tryVerify(() => find(item, text) !== null, 2000, "not on the page: " + text);
        const target = find(item, text);
        mouseClick(target, target.width / 2, target.height / 2);
    }

    function open() {
        shell = stage.makeShellAt(true, "2027-03-02T08:00");
        const item = createTemporaryObject(frame, test, { shell: shell });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }

    function test_menu_changes_it_at_once_and_back() {
        const item = open();
        shell.space = "crew";
        tryVerify(() => find(item, "Mardi 2 mars") !== null);
        shell.panel = "menu";
        tryVerify(() => find(item, "Couleurs") !== null);
        touch(item, "English");
        tryVerify(() => find(item, "Colours") !== null, 2000, "the menu itself speaks English");
        compare(find(item, "Couleurs"), null);
        compare(shell.panel, "menu", "it stays open");
        shell.panel = "";
        tryVerify(() => find(item, "Tuesday 2 March") !== null);
        verify(find(item, "Today") !== null, "so do the places");
        shell.panel = "menu";
        touch(item, "Français");
        tryVerify(() => find(item, "Couleurs") !== null);
    }

    function test_no_french_is_left_in_english_data() {
        return [
            { tag: "crew", width: 390 }, { tag: "coordination", width: 1280 },
            { tag: "mairie", width: 390 }, { tag: "resident", width: 390 }
        ];
    }

    function test_no_french_is_left_in_english(row) {
        const item = open();
        // From French, so that what was shown before has to change too.
        item.width = row.width;
        shell.space = row.tag;
        waitForRendering(item);
        for (const place of placesOf(shell.current)) {
            shell.current.place = place;
            waitForRendering(item);
            shell.language = "en";
            waitForRendering(item);
            compare(stage.frenchOn(item), [], place);
            compare(stage.faultsOf(item), [], place);
            shell.language = "fr";
        }
        for (const panel of ["menu", "send"]) {
            shell.panel = panel;
            shell.language = "en";
            waitForRendering(item);
            compare(stage.frenchOn(item), [], panel);
            shell.language = "fr";
        }
    }

    function test_the_choices_of_a_form_change_too() {
        const item = open();
        shell.space = "crew";
        stage.openScreen("crew", "visit");
        waitForRendering(item);
        compare(stage.faultsOf(item), []);
        shell.language = "en";
        waitForRendering(item);
        compare(stage.frenchOn(item), []);
    }

    function placesOf(space) {
        const keys = [];
        for (let row = 0; row < space.places.count; ++row)
            keys.push(space.places.data(space.places.index(row, 0), Qt.UserRole + 1));
        return keys;
    }
}
