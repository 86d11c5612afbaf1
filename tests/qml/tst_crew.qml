// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import QtTest
import Medicobus.Shell
import Medicobus.Test

// The crew's day, driven by touches as a nurse would: Tuesday 2 March 2027 at 9:10 at Saint-Germain-de-la-Coudre.
TestCase {
    id: test
    name: "Crew"
    width: 1280
    height: 844
    visible: true
    when: windowShown

    property int taps: 0

    Stage { id: stage }
    Component { id: frame; AppFrame {} }

    function open(width, height) {
        const shell = stage.makeShellAt(true, "2027-03-02T09:10");
        shell.space = "crew";
        const item = createTemporaryObject(frame, test, { shell: shell, width: width, height: height });
        item.forceActiveFocus();
        waitForRendering(item);
        return item;
    }

    // Every visible item, the page's own order.
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
        return all(item, each => each.objectName === name, []);
    }
    function control(item, text) {
        return all(item, each => each.clicked && (each.text === text || each.title === text || each.label === text), [])[0];
    }
    function tap(item) {
        verify(item, "nothing to touch");
        tryVerify(() => item.width >= 48 && item.height >= 48, 2000, "too small for a glove: " + item.width + "x" + item.height);
        ++taps;
        mouseClick(item, item.width / 2, item.height / 2);
    }
    function touch(item, text) {
        tryVerify(() => control(item, text) !== undefined, 2000, "not on the page: " + text);
        const target = control(item, text);
        reveal(item, target);
        tap(target);
    }
    // Scrolls the page as far as the thing, as a finger would.
    function reveal(root, target) {
        for (let each = target.parent; each; each = each.parent) {
            if (each.contentY === undefined || each.contentItem === undefined || each.interactive === undefined)
                continue;
            const y = target.mapToItem(each.contentItem, 0, 0).y;
            each.contentY = Math.max(each.originY, Math.min(y - 80, each.originY + each.contentHeight - each.height));
            waitForRendering(root);
        }
    }
    function typeInto(root, field, text) {
        reveal(root, field);
        mouseClick(field, field.width / 2, field.height / 2);
        field.forceActiveFocus();
        for (const letter of text)
            keyClick(letter);
    }
    function registerAndBook(item, family) {
        tap(named(item, "next")[0]);
        tryVerify(() => named(item, "search").length === 1);
        touch(item, "Nouvelle personne");
        tryVerify(() => named(item, "familyName").length === 1);
        typeInto(item, named(item, "familyName")[0], family);
        typeInto(item, named(item, "givenName")[0], "Fleur");
        typeInto(item, named(item, "birthDate")[0], "12/03/1951");
        touch(item, "Réserver 9\u00A0h");
        tryVerify(() => shows(item, "Fleur " + family));
    }
    function openList(item) {
        touch(item, "Je suis arrivé à Saint-Germain-de-la-Coudre");
        touch(item, "Ouvrir la liste de Saint-Germain-de-la-Coudre");
        tryVerify(() => named(item, "people").length === 1);
    }

    function test_a_patient_is_booked_received_seen_and_recorded() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        for (const state of ["Arrivé", "En consultation", "Vu"])
            touch(item, state);
        touch(item, "Remplir la fiche");
        tryVerify(() => named(item, "form").length === 1);
        touch(item, "Peau");
        touch(item, "Ordonnance");
        touch(item, "Sans médecin traitant");
        touch(item, "Terminer la consultation");
        tryVerify(() => named(item, "people").length === 1);
        verify(shows(item, "Vu"));
        verify(shows(item, "1 rendez-vous · 1 vu"));
    }

    function test_what_was_said_is_taken_back_from_the_bar() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        touch(item, "Arrivé");
        tryVerify(() => named(item, "undoBar")[0].visible);
        touch(item, "Annuler");
        tryVerify(() => control(item, "Arrivé") !== undefined);
        verify(!named(item, "undoBar").length);
    }

    function test_a_walk_in_takes_three_taps() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        taps = 0;
        touch(item, "Ajouter sans rendez-vous");
        tryVerify(() => named(item, "search").length === 1);
        const search = named(item, "search")[0];
        search.forceActiveFocus();
        for (const letter of "imag")
            keyClick(letter);
        tryVerify(() => named(item, "found").length === 1);
        tap(named(item, "found")[0]);
        tryVerify(() => named(item, "found").length === 0);
        touch(item, "Peau");
        compare(taps, 3);
        tryVerify(() => named(item, "people").length === 1);
        verify(shows(item, "1 rendez-vous · 1 sans rendez-vous · 1 présent"));
    }

    function test_the_left_half_opens_the_other_choices() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        tap(named(item, "person")[0]);
        tryVerify(() => named(item, "sheet").length === 1);
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(item, "sheet").length === 0, 2000, "Escape closes the sheet");
        compare(item.shell.crew.page, "list");
        named(item, "person")[0].forceActiveFocus();
        keyClick(Qt.Key_Return);
        touch(item, "Patient absent");
        tryVerify(() => shows(item, "Absent"));
    }

    function test_a_half_typed_form_is_there_when_it_is_opened_again() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        tap(named(item, "person")[0]);
        touch(item, "Remplir la fiche");
        tryVerify(() => named(item, "note").length === 1);
        typeInto(item, named(item, "note")[0], "a revoir");
        item.shell.goBack();
        tryVerify(() => shows(item, "Fiche commencée"));
        tap(named(item, "person")[0]);
        touch(item, "Remplir la fiche");
        tryVerify(() => named(item, "note").length === 1);
        compare(named(item, "note")[0].text, "a revoir");
    }

    function test_a_tablet_shows_the_day_and_the_list_side_by_side() {
        const item = open(1280, 800);
        tryVerify(() => named(item, "timeline").length === 1 && named(item, "people").length === 1);
        verify(shows(item, "Saint-Germain-de-la-Coudre, Salle communale"));
        touch(item, "Je suis arrivé à Saint-Germain-de-la-Coudre");
        tryVerify(() => control(item, "Je repars") !== undefined);
        registerAndBook(item, "imaginaire");
        verify(named(item, "timeline").length === 1);
        item.width = 390;
        tryVerify(() => named(item, "timeline").length === 0, 2000, "turned to a phone, the list stays");
        verify(named(item, "people").length === 1);
    }

    function test_a_day_without_a_tour_says_when_the_next_one_is() {
        const item = open(390, 844);
        touch(item, "Jour suivant");
        tryVerify(() => shows(item, "Le bus reste au dépôt."));
        touch(item, "Voir la prochaine tournée");
        tryVerify(() => named(item, "timeline").length === 1);
        compare(item.shell.crew.title, "Jeudi 4 mars");
    }
}
