// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test
import Medicobus.Theme

// Who may open the device, and the ways back when nobody can.
TestCase {
    id: test
    name: "Team"
    width: 1280
    height: 844
    visible: true
    when: windowShown

    Stage { id: stage }
    Component { id: frame; AppFrame {} }

    function open(people = 2, width = 390, height = 844) {
        const shell = stage.makeLockedShell(people);
        shell.space = "crew";
        const item = createTemporaryObject(frame, test, { shell: shell, width: width, height: height });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }
    function unlock(item, digits = [4, 0, 7, 2]) {
        if (item.shell.lock.stage === "people")
            item.shell.lock.chooseUser("u-marie");
        for (const digit of digits)
            item.shell.lock.press(digit);
        item.shell.lock.confirm();
        tryCompare(item.shell.lock, "isOpen", true);
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
        return all(item, each => (each.text !== undefined && String(each.text).includes(text)) || each.title === text, []).length > 0;
    }
    function named(item, name) {
        return all(item, each => each.objectName === name, [])[0];
    }
    function tap(item, name, least = 56) {
        tryVerify(() => named(item, name) !== undefined, 2000, "not on the page: " + name);
        const target = named(item, name);
        let page = target;
        while (page && page.contentY === undefined)
            page = page.parent;
        if (page) {
            const at = target.mapToItem(page.contentItem, 0, 0).y;
            page.contentY = Math.max(0, Math.min(at - 100, page.contentHeight - page.height));
            waitForRendering(item);
        }
        verify(target.width >= least && target.height >= least, "too small for a glove: " + name);
        mouseClick(target, target.width / 2, target.height / 2);
    }
    function type(item, digits) {
        for (const digit of digits)
            tap(item, "key" + digit);
        tap(item, "open");
    }

    function test_a_colleague_is_added_by_touches() {
        const item = open(1);
        unlock(item);
        tap(item, "menu", 48);
        tap(item, "openTeam");
        tap(item, "addPerson");
        named(item, "label").forceActiveFocus();
        for (const letter of "paul")
            keyClick(letter);
        tap(item, "goOn");
        type(item, "9318");
        type(item, "9318");
        tryVerify(() => named(item, "done") !== undefined);
        compare(item.shell.team.userCount, 2);
        item.shell.panel = "";
        item.shell.lock.changeUser();
        tryVerify(() => named(item, "person") !== undefined);
        const paul = all(item, each => each.objectName === "person" && each.text === "paul", [])[0];
        mouseClick(paul, paul.width / 2, paul.height / 2);
        type(item, "9318");
        tryCompare(item.shell.lock, "isOpen", true);
    }
    function test_somebody_changes_their_pin_and_the_old_one_opens_nothing() {
        const item = open(1);
        unlock(item);
        item.shell.panel = "team";
        tap(item, "changePin");
        type(item, "5803");
        type(item, "5803");
        tryVerify(() => named(item, "done") !== undefined);
        item.shell.lock.lock();
        compare(item.shell.panel, "", "what lies over the page goes with the lock");
        type(item, "4072");
        tryVerify(() => item.shell.lock.problem !== "");
        type(item, "5803");
        tryCompare(item.shell.lock, "isOpen", true);
    }
    function test_taking_somebody_off_is_asked_in_place() {
        const item = open(2);
        unlock(item);
        item.shell.panel = "team";
        tap(item, "removePerson");
        tap(item, "keepPerson");
        compare(item.shell.team.userCount, 2);
        tap(item, "removePerson");
        tap(item, "confirmRemoval");
        compare(item.shell.team.userCount, 1);
    }
    function test_a_forgotten_pin_leads_to_the_recovery_key() {
        const item = open(1);
        unlock(item);
        item.shell.panel = "team";
        tap(item, "makeRecovery");
        const code = named(item, "recoveryText").text;
        tap(item, "takeRecovery");
        tryVerify(() => named(item, "done") !== undefined);
        item.shell.lock.lock();
        tap(item, "forgotten");
        tap(item, "startRecovery");
        item.shell.lock.recovery.code = code;
        tap(item, "takeRecovery");
        named(item, "label").forceActiveFocus();
        for (const letter of "zoe")
            keyClick(letter);
        tap(item, "goOn");
        type(item, "5803");
        type(item, "5803");
        tryCompare(item.shell.lock, "isOpen", true);
        compare(item.shell.lock.userLabel, "zoe");
    }

    function test_every_step_can_be_read_and_touched_data() {
        const rows = [];
        for (const step of ["list", "name", "choose", "removing", "code", "known", "help", "recover", "menu"])
            for (const size of [[390, 844], [844, 390], [1280, 800]])
                for (const palette of size[0] === 390 ? ["day", "night", "sunlight"] : ["day"])
                    for (const scale of palette === "day" ? [100, 200] : [100])
                        rows.push({ tag: step + "-" + size.join("x") + "-" + palette + "-" + scale, step: step,
                                    size: size, palette: palette, scale: scale });
        return rows;
    }
    function test_every_step_can_be_read_and_touched(data) {
        const item = open(2, data.size[0], data.size[1]);
        const shell = item.shell;
        Theme.palette = data.palette;
        Theme.textScale = data.scale / 100;
        unlock(item);
        shell.panel = data.step === "menu" ? "menu" : "team";
        const team = shell.team;
        if (data.step === "name" || data.step === "choose") {
            team.addPerson();
            team.newLabel = "Marie-Antoinette";
            if (data.step === "choose")
                team.goOn();
        } else if (data.step === "removing")
            team.askToRemove("u-paul");
        else if (data.step === "code")
            team.makeRecovery();
        else if (data.step === "known") {
            team.typeRecovery();
            team.recovery.code = "05D8X 6HJ7K";
        } else if (data.step === "help" || data.step === "recover") {
            team.makeRecovery();
            team.takeRecovery();
            shell.lock.lock();
            shell.lock.chooseUser("u-marie");
            shell.lock.askForHelp();
            if (data.step === "recover") {
                shell.lock.startRecovery();
                shell.lock.recovery.code = "05D8X 6HJ7U";
            }
        }
        wait(30);
        waitForRendering(item);
        const path = stage.picture("team-" + data.tag);
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
