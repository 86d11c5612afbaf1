// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test
import Medicobus.Theme

// What is sent, how a device is enrolled, and what the exchange leaves to a person.
TestCase {
    id: test
    name: "Exchange"
    width: 1280
    height: 844
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: frame; AppFrame {} }

    function open(shell, width = 390, height = 844) {
        const item = createTemporaryObject(frame, test, { shell: shell, width: width, height: height });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }
    function unlocked() {
        const shell = stage.makeLockedShell(1);
        for (const digit of [4, 0, 7, 2])
            shell.lock.press(digit);
        shell.lock.confirm();
        tryCompare(shell.lock, "isOpen", true);
        return shell;
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
    function shows(item, text) {
        return all(item, each => each.text === text || each.title === text, []).length > 0;
    }
    function named(item, name) {
        return all(item, each => each.objectName === name, [])[0];
    }

    function test_the_panel_tells_why_nothing_is_sent_and_leads_to_enrolment() {
        const item = open(unlocked());
        item.shell.space = "crew";
        item.shell.panel = "send";
        tryVerify(() => shows(item, "Cet appareil travaille seul"));
        const enrol = named(item, "enrol");
        mouseClick(enrol, enrol.width / 2, enrol.height / 2);
        compare(item.shell.panel, "enrol");
        tryVerify(() => named(item, "code") !== undefined);
    }

    function test_a_mistyped_letter_is_told_as_it_is_typed() {
        const item = open(unlocked());
        item.shell.panel = "enrol";
        item.shell.space = "crew";
        tryVerify(() => named(item, "code") !== undefined);
        named(item, "code").forceActiveFocus();
        for (const letter of "abcdu")
            keyClick(letter);
        tryVerify(() => item.shell.enrolment.codeError !== "");
        verify(shows(item, item.shell.enrolment.codeError));
    }

    function test_a_demonstration_is_set_aside_first() {
        const shell = stage.makeShell(true);
        shell.space = "crew";
        const item = open(shell);
        shell.panel = "enrol";
        tryVerify(() => named(item, "leaveDemonstration") !== undefined);
        const leave = named(item, "leaveDemonstration");
        mouseClick(leave, leave.width / 2, leave.height / 2);
        tryVerify(() => shell.enrolment.stage === "locked" || shell.enrolment.stage === "code");
    }

    function test_the_rail_counts_what_is_to_settle() {
        const item = open(unlocked(), 1280, 800);
        item.shell.space = "crew";
        stage.fillTodo();
        tryVerify(() => named(item, "badge") !== undefined);
        compare(named(item, "badge").text, "4");
    }

    function test_calling_shows_the_number() {
        const item = open(unlocked());
        item.shell.space = "crew";
        item.shell.crew.place = "todo";
        stage.fillTodo();
        tryVerify(() => named(item, "call") !== undefined);
        waitForRendering(item);
        const call = named(item, "call");
        mouseClick(call, call.width / 2, call.height / 2);
        tryVerify(() => named(item, "number") !== undefined);
        compare(named(item, "number").text, "02 61 91 00 01");
    }

    function test_every_screen_can_be_read_and_touched_data() {
        const rows = [];
        for (const screen of ["send", "enrol", "demo", "todo", "todo-empty", "devices"])
            for (const size of [[390, 844], [1280, 800]])
                for (const palette of ["day", "night", "sunlight"])
                    for (const scale of [100, 200])
                        rows.push({ tag: screen + "-" + size.join("x") + "-" + palette + "-" + scale, screen: screen,
                                    size: size, palette: palette, scale: scale });
        return rows;
    }
    function test_every_screen_can_be_read_and_touched(data) {
        const shell = data.screen === "demo" ? stage.makeShell(true) : unlocked();
        const item = open(shell, data.size[0], data.size[1]);
        Theme.palette = data.palette;
        Theme.textScale = data.scale / 100;
        shell.space = data.screen === "devices" ? "coordination" : "crew";
        if (data.screen === "devices")
            shell.coordination.place = "devices";
        else if (data.screen.startsWith("todo"))
            shell.crew.place = "todo";
        else
            shell.panel = data.screen === "send" ? "send" : "enrol";
        if (data.screen === "todo")
            stage.fillTodo();
        else if (data.screen === "enrol")
            shell.enrolment.code = "05D8X 6HJ7K";
        wait(50);
        waitForRendering(item);
        const path = stage.picture("exchange-" + data.tag);
        if (path !== "")
            grabImage(item).save(path);
        compare(stage.faultsOf(item), []);
    }
    function cleanup() {
        Theme.palette = "day";
        Theme.textScale = 1;
    }
}
