// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test
import Medicobus.Theme

// The frame and the pages of town hall and resident, driven as a person would.
TestCase {
    id: test
    name: "Shell"
    width: 390
    height: 844
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: frame; AppFrame { width: 390; height: 844 } }

    function open(isPublished) {
        const shell = stage.makeShell(isPublished);
        const item = createTemporaryObject(frame, test, { shell: shell });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }

    // The first visible item that shows this text, or the control that it names.
    function find(item, text) {
        if (!item.visible)
            return null;
        if (item.text === text || item.title === text || (item.label === text && (item.edited || item.clicked)))
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

    function test_first_start_asks_who_is_there() {
        const item = open(true);
        compare(item.shell.space, "");
        touch(item, "Un habitant");
        compare(item.shell.space, "resident");
    }

    function test_resident_finds_the_next_visit_by_a_few_letters() {
        const item = open(true);
        item.shell.space = "resident";
        tryVerify(() => find(item, "Ma commune") !== null);
        find(item, "Ma commune").forceActiveFocus();
        for (const letter of "lez")
            keyClick(letter);
        touch(item, "Lézat");
        tryVerify(() => find(item, "Jeudi 4 mars 2027") !== null);
        verify(find(item, "de 9\u00A0h à 12\u00A0h") !== null);
        verify(find(item, "Sur rendez-vous, au 02\u00A061\u00A091\u00A000\u00A001") !== null);
        keyClick(Qt.Key_Escape);
        tryVerify(() => find(item, "Ma commune") !== null, 2000, "Escape goes back to the search");
    }

    function test_empty_places_say_what_will_be_here() {
        const item = open(false);
        item.shell.space = "mairie";
        tryVerify(() => find(item, "Aucun programme publié") !== null);
        item.shell.space = "resident";
        tryVerify(() => find(item, "Aucune date publiée pour le moment") !== null);
    }

    function test_state_of_sending_is_always_there() {
        const item = open(true);
        for (const space of ["crew", "coordination", "mairie", "resident"]) {
            item.shell.space = space;
            tryVerify(() => find(item, item.shell.send.text) !== null);
            verify(find(item, "Admidep — territoire fictif") !== null);
        }
    }

    function test_a_damaged_store_is_told_on_a_calm_page() {
        const item = open(true);
        item.shell.space = "crew";
        stage.damageStore();
        tryVerify(() => find(item, "Les données de cet appareil ne peuvent pas être ouvertes") !== null);
        verify(find(item, item.shell.errorSafe) !== null);
        touch(item, "Réessayer");
        verify(item.shell.errorText !== "", "it stays damaged, and says so again");
    }

    function test_menu_changes_the_looks_and_escape_closes_it() {
        const item = open(true);
        item.shell.space = "mairie";
        touch(item, "Menu");
        tryVerify(() => find(item, "Plein soleil") !== null);
        touch(item, "Plein soleil");
        compare(item.shell.palette, "sunlight");
        keyClick(Qt.Key_Escape);
        compare(item.shell.panel, "");
    }
}
