// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test
import Medicobus.Theme

// The locked device, opened by touches and by keys.
TestCase {
    id: test
    name: "Lock"
    width: 1280
    height: 844
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: frame; AppFrame {} }

    function open(people, width = 390, height = 844) {
        const shell = stage.makeLockedShell(people);
        shell.space = "crew";
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
    function shows(item, text) {
        return all(item, each => each.text === text || each.title === text, []).length > 0;
    }
    function named(item, name) {
        return all(item, each => each.objectName === name, [])[0];
    }
    function tap(item, name) {
        tryVerify(() => named(item, name) !== undefined, 2000, "not on the page: " + name);
        const target = named(item, name);
        verify(target.width >= 56 && target.height >= 56, "too small for a glove: " + name);
        mouseClick(target, target.width / 2, target.height / 2);
    }
    function type(item, digits) {
        for (const digit of digits)
            tap(item, "key" + digit);
    }

    function test_a_pin_opens_the_crew_and_the_lock_is_at_hand() {
        const item = open(1);
        verify(shows(item, "Code de Marie"));
        verify(named(item, "timeline") === undefined, "no page of the crew is there");
        type(item, "4072");
        tap(item, "open");
        tryVerify(() => named(item, "timeline") !== undefined);
        const lock = named(item, "lock");
        mouseClick(lock, lock.width / 2, lock.height / 2);
        tryVerify(() => named(item, "timeline") === undefined);
        verify(shows(item, "Verrouillé"));
    }

    function test_keys_of_the_keyboard_work_too() {
        const item = open(1);
        for (const key of [Qt.Key_4, Qt.Key_0, Qt.Key_7, Qt.Key_1, Qt.Key_Backspace, Qt.Key_2, Qt.Key_Return])
            keyClick(key);
        tryCompare(item.shell.lock, "isOpen", true);
    }

    function test_a_wrong_pin_is_told_and_the_third_makes_wait() {
        const item = open(1);
        for (let i = 0; i < 3; ++i) {
            type(item, "9999");
            tap(item, "open");
            tryCompare(item.shell.lock, "isChecking", false);
        }
        tryVerify(() => named(item, "wait") !== undefined);
        verify(!named(item, "key1").enabled);
        compare(stage.faultsOf(item), []);
    }

    function test_one_of_two_says_who_is_there() {
        const item = open(2);
        item.shell.lock.changeUser();
        tryVerify(() => shows(item, "Paul"));
        const paul = all(item, each => each.objectName === "person" && each.text === "Paul", [])[0];
        mouseClick(paul, paul.width / 2, paul.height / 2);
        tryVerify(() => shows(item, "Code de Paul"));
        type(item, "9318");
        tap(item, "open");
        tryCompare(item.shell.lock, "isOpen", true);
    }

    function test_a_touch_on_the_name_hands_the_device_over_data() {
        return [{ tag: "phone", size: [390, 844], scale: 1 }, { tag: "phone-200", size: [390, 844], scale: 2 },
                { tag: "tablet", size: [1280, 800], scale: 1 }, { tag: "tablet-200", size: [1280, 800], scale: 2 }];
    }
    function test_a_touch_on_the_name_hands_the_device_over(data) {
        const item = open(2, data.size[0], data.size[1]);
        Theme.textScale = data.scale;
        const lock = item.shell.lock;
        lock.chooseUser("u-marie");
        for (const digit of [4, 0, 7, 2])
            lock.press(digit);
        lock.confirm();
        tryCompare(lock, "isOpen", true);
        tryVerify(() => named(item, "user") !== undefined);
        waitForRendering(item);
        compare(named(item, "user").text, "Marie");
        compare(stage.faultsOf(item), []);
        const path = stage.picture("user-" + data.tag);
        if (path !== "")
            grabImage(item).save(path);
        tap(item, "user");
        tryVerify(() => shows(item, "Paul"));
        verify(named(item, "timeline") === undefined);
        const paul = all(item, each => each.objectName === "person" && each.text === "Paul", [])[0];
        mouseClick(paul, paul.width / 2, paul.height / 2);
        for (const digit of [9, 3, 1, 8])
            lock.press(digit);
        lock.confirm();
        tryVerify(() => named(item, "user") !== undefined && named(item, "user").text === "Paul");
        verify(named(item, "timeline") !== undefined);
    }

    function test_the_first_person_chooses_a_pin() {
        const item = open(0);
        named(item, "label").forceActiveFocus();
        for (const letter of "marie")
            keyClick(letter);
        tap(item, "goOn");
        type(item, "1234");
        tap(item, "open");
        tryVerify(() => item.shell.lock.problem !== "");
        type(item, "4072");
        tap(item, "open");
        type(item, "4072");
        tap(item, "open");
        tryCompare(item.shell.lock, "isOpen", true);
    }

    function test_the_other_spaces_need_no_pin() {
        const item = open(1);
        for (const space of ["resident", "mairie", "coordination"]) {
            item.shell.space = space;
            verify(!shows(item, "Verrouillé"), space);
        }
    }

    // Every stage, on a phone and a tablet, in three palettes and at double text size.
    function test_every_stage_can_be_read_and_touched_data() {
        const rows = [];
        for (const stage of ["people", "pin", "name", "choose", "wait", "lost"])
            for (const size of [[390, 844], [1280, 800]])
                for (const palette of ["day", "night", "sunlight"])
                    for (const scale of [100, 200])
                        rows.push({ tag: stage + "-" + size.join("x") + "-" + palette + "-" + scale, stage: stage,
                                    size: size, palette: palette, scale: scale });
        return rows;
    }
    function test_every_stage_can_be_read_and_touched(data) {
        const item = open(data.stage === "name" || data.stage === "choose" ? 0 : data.stage === "people" ? 2 : 1, data.size[0], data.size[1]);
        const lock = item.shell.lock;
        Theme.palette = data.palette;
        Theme.textScale = data.scale / 100;
        if (data.stage === "people") {
            lock.changeUser();
            lock.goBack();
        } else if (data.stage === "choose") {
            lock.newLabel = "Marie-Antoinette";
            lock.goOn();
        } else if (data.stage === "wait" || data.stage === "lost") {
            if (data.stage === "lost")
                stage.loseKeychain();
            for (let i = 0; i < 3; ++i) {
                for (const digit of [9, 9, 9, 9])
                    lock.press(digit);
                lock.confirm();
                tryCompare(lock, "isChecking", false);
            }
        } else if (data.stage === "pin") {
            lock.press(4);
            lock.press(0);
        }
        waitForRendering(item);
        const path = stage.picture("lock-" + data.tag);
        if (path !== "")
            grabImage(item).save(path);
        compare(stage.faultsOf(item), []);
    }
    function cleanup() {
        Theme.palette = "day";
        Theme.textScale = 1;
    }
}
