// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Coordination
import Medicobus.Test
import Medicobus.Theme

// Need as list and map, and the way from a proposal to a published plan, driven as a person would.
TestCase {
    id: test
    name: "Coordination"
    width: 1200
    height: 760
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: desk; CoordinationView { width: 1200; height: 760; compact: false; wide: true } }
    Component { id: phone; CoordinationView { width: 390; height: 760; compact: true; wide: false } }

    function cleanup() {
        Theme.textScale = 1;
    }

    function open(view, place) {
        const space = stage.makeShell(false).coordination;
        space.place = place;
        const item = createTemporaryObject(view, test, { space: space });
        waitForRendering(item);
        return item;
    }

    // The first visible item for which `is` holds.
    function find(item, is) {
        if (!item.visible)
            return null;
        if (is(item))
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = find(item.children[i], is);
            if (found)
                return found;
        }
        return null;
    }

    function button(item, text) {
        return find(item, child => child.text === text && child.clicked !== undefined);
    }

    function rowOf(item, at) {
        const list = find(item, child => typeof child.itemAtIndex === "function");
        list.positionViewAtIndex(at, ListView.Center);
        tryVerify(() => list.itemAtIndex(at) !== null);
        waitForRendering(list);
        return list.itemAtIndex(at);
    }

    function map(item) {
        return find(item, child => typeof child.communeAt === "function");
    }

    function test_list_and_map_choose_the_same_commune() {
        const item = open(desk, "territory");
        const page = item.space.territory;
        const cells = map(item);
        const other = page.selected === 0 ? 1 : 0;
        const point = cells.pointOf(other);
        mouseClick(cells, point.x, point.y);
        compare(page.selected, other);
        compare(page.card.name, page.communeName(other));
        const row = rowOf(item, 1);
        mouseClick(row);
        compare(page.selected, row.commune);
        compare(cells.selected, row.commune);
    }

    function test_map_moves_by_keys_and_wheel() {
        const cells = map(open(desk, "territory"));
        cells.forceActiveFocus();
        keyClick(Qt.Key_Plus);
        verify(cells.zoom > 1.4);
        keyClick(Qt.Key_Home);
        fuzzyCompare(cells.zoom, 1, 1e-9);
        mouseWheel(cells, 200, 200, 0, 480);
        fuzzyCompare(cells.zoom, 2, 1e-6);
    }

    function test_a_few_letters_find_a_commune_and_clear_again() {
        const item = open(desk, "territory");
        const page = item.space.territory;
        const all = page.found;
        const name = page.communeName(5);
        const field = find(item, child => child.label === "Chercher une commune");
        field.forceActiveFocus();
        for (const letter of name.slice(0, 4).toLowerCase())
            keyClick(letter);
        verify(page.found > 0 && page.found < all);
        page.search = "zzzz";
        verify(find(item, child => String(child.text).startsWith("Aucune commune")) !== null);
    }

    function test_phone_opens_the_card_from_the_list() {
        const item = open(phone, "territory");
        const row = rowOf(item, 0);
        mouseClick(row);
        tryVerify(() => find(item, child => child.shown === "card") !== null);
        tryVerify(() => button(item, "Voir sur la carte") !== null);
        button(item, "Voir sur la carte").clicked();
        tryVerify(() => map(item) !== null);
    }

    function test_proposes_stops_and_publishes() {
        const item = open(desk, "plan");
        const page = item.space.plan;
        verify(!page.hasPlan);
        mouseClick(button(item, "Proposer un plan"));
        verify(page.run.isRunning);
        page.run.stop();
        tryVerify(() => !page.run.isRunning, 60000);
        verify(page.hasPlan);
        tryVerify(() => find(item, child => child.spoken !== undefined && child.isTaken) !== null);
        const cell = find(item, child => child.spoken !== undefined && child.isTaken && child.tour !== page.chosenTour);
        if (cell) {
            mouseClick(cell);
            compare(page.chosenTour, cell.tour);
        }
        mouseClick(button(item, "Publier"));
        verify(!page.isDraft);
        verify(page.publishedText.startsWith("Programme publié le"));
        verify(button(item, "Publier") === null);
    }

    function test_large_text_stays_inside() {
        Theme.textScale = 2;
        for (const view of [desk, phone]) {
            const item = open(view, "territory");
            const field = find(item, child => child.label === "Chercher une commune");
            verify(field !== null);
            verify(field.mapToItem(item, field.width, 0).x <= item.width);
        }
    }
}
