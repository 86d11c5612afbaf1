// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test
import Medicobus.Theme

// What the exchange leaves to a person, really brought about, and settled by one or two touches each.
TestCase {
    id: test
    name: "Todo"
    width: 1280
    height: 844
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: frame; AppFrame {} }

    function open(width = 390, height = 844) {
        const shell = stage.makeLockedShell(1);
        for (const digit of [4, 0, 7, 2])
            shell.lock.press(digit);
        shell.lock.confirm();
        tryCompare(shell.lock, "isOpen", true);
        shell.space = "crew";
        stage.layOutTodo();
        shell.crew.place = "todo";
        const item = createTemporaryObject(frame, test, { shell: shell, width: width, height: height });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }
    function all(item, accept, into) {
        if (!item.visible)
            return into;
        if (accept(item))
            into.push(item);
        for (let i = 0; i < item.children.length; ++i)
            all(item.children[i], accept, into);
        return into;
    }
    // The row about somebody or something.
    function row(item, title) {
        return all(item, each => each.todoId !== undefined && each.title.startsWith(title), [])[0];
    }
    function tap(item, target) {
        verify(target !== undefined);
        waitForRendering(item);
        let page = target;
        while (page && page.contentY === undefined)
            page = page.parent;
        const at = target.mapToItem(page.contentItem, 0, 0).y;
        page.contentY = Math.max(0, Math.min(at - 100, page.contentHeight - page.height));
        waitForRendering(item);
        verify(target.width >= 48 && target.height >= 48, "too small: " + target.objectName);
        mouseClick(target, target.width / 2, target.height / 2);
    }
    function gone(item, title) {
        tryVerify(() => row(item, title) === undefined, 2000, title + " is still there");
    }

    function test_a_lost_place_is_given_again_by_one_touch() {
        const item = open();
        const count = item.shell.crew.todo.count;
        const lost = row(item, "Fleur Imaginaire");
        const places = all(lost, each => each.isButton === true && each.label !== undefined, []);
        verify(places.length > 0);
        tap(item, places[0]);
        tryVerify(() => item.shell.crew.todo.count <= count);
        // The hub has still to confirm the new one, or it is settled for good.
        tryVerify(() => row(item, "Fleur Imaginaire") === undefined || row(item, "Fleur Imaginaire").kind === "confirm");
    }
    function test_a_deposit_becomes_an_appointment_by_one_touch() {
        const item = open();
        const deposit = row(item, "Irène Supposé");
        compare(deposit.kind, "deposit");
        tap(item, all(deposit, each => each.isButton === true && each.label !== undefined, [])[0]);
        tryVerify(() => row(item, "Irène Supposé") === undefined || row(item, "Irène Supposé").kind === "confirm");
    }
    function test_one_of_two_values_is_chosen_by_one_touch() {
        const item = open();
        const field = row(item, "Octave Inventé");
        compare(field.kind, "field");
        const values = all(field, each => each.isButton === true && each.label !== undefined, []);
        compare(values.length, 2);
        tap(item, values[1]);
        gone(item, "Octave Inventé");
    }
    function test_a_refusal_is_read_and_put_away() {
        const item = open();
        const refused = all(item, each => each.todoId !== undefined && each.kind === "rejected", []);
        compare(refused.length, 1);
        tap(item, all(refused[0], each => each.objectName === "putAway", [])[0]);
        tryVerify(() => all(item, each => each.todoId !== undefined && each.kind === "rejected", []).length === 0);
    }
    function test_who_waits_is_called_or_given_another_place() {
        const item = open();
        const waits = row(item, "Zoé Imprévue");
        compare(waits.kind, "confirm");
        tap(item, all(waits, each => each.objectName === "call", [])[0]);
        tryVerify(() => all(item, each => each.objectName === "number" && each.text === "02 61 91 00 03", []).length === 1);
        tap(item, all(waits, each => each.objectName === "move", [])[0]);
        tryCompare(item.shell.crew, "page", "book");
    }
    function test_the_call_list_is_printed_by_one_touch() {
        const item = open();
        const before = stage.printedPages();
        const print = all(item, each => each.objectName === "printCalls", [])[0];
        tap(item, print);
        tryVerify(() => stage.printedPages() === before + 1);
    }
    function test_it_can_be_read_and_touched_data() {
        const rows = [];
        for (const size of [[390, 844], [844, 390], [1280, 800]])
            for (const palette of ["day", "night", "sunlight"])
                for (const scale of [100, 200])
                    rows.push({ tag: size.join("x") + "-" + palette + "-" + scale, size: size, palette: palette, scale: scale });
        return rows;
    }
    function test_it_can_be_read_and_touched(data) {
        const item = open(data.size[0], data.size[1]);
        Theme.palette = data.palette;
        Theme.textScale = data.scale / 100;
        wait(50);
        waitForRendering(item);
        const path = stage.picture("todo-real-" + data.tag);
        if (path !== "")
            grabImage(item).save(path);
        // A page that was just laid out may still be at it.
        tryVerify(() => stage.faultsOf(item).length === 0, 3000, String(stage.faultsOf(item)));
    }
    function cleanup() {
        Theme.palette = "day";
        Theme.textScale = 1;
    }
}
