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
        // Where it is drawn, and not where it will be.
        waitForRendering(item);
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

    // It lies over the end of the list for its ten seconds.
    function dismissUndo(item) {
        for (const bar of named(item, "undoBar"))
            bar.hide();
        // The list knows where its end is once its rows are made.
        waitForRendering(item);
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

    // A second entry of the same person, with a slip in the name and day and month the other way round.
    function enterTwice(item) {
        registerAndBook(item, "imaginaire");
        const free = () => named(item, "next").filter(each => each.text === "Réserver");
        tryVerify(() => free().length > 0);
        tap(free()[0]);
        tryVerify(() => named(item, "search").length === 1);
        touch(item, "Nouvelle personne");
        tryVerify(() => named(item, "familyName").length === 1);
        typeInto(item, named(item, "familyName")[0], "imaginere");
        tryVerify(() => shows(item, "Peut-être déjà connue\u00A0:"), 2000, "shown before it is entered");
        typeInto(item, named(item, "givenName")[0], "Fleure");
        typeInto(item, named(item, "birthDate")[0], "03/12/1951");
        touch(item, "Réserver 9\u00A0h\u00A020");
        tryVerify(() => shows(item, "Fleure imaginere"));
    }
    function choose(item, text) {
        touch(item, "Ajouter sans rendez-vous");
        tryVerify(() => named(item, "search").length === 1);
        typeInto(item, named(item, "search")[0], text);
        tryVerify(() => named(item, "found").length > 0);
        tap(named(item, "found")[0]);
        tryVerify(() => named(item, "found").length === 0);
    }

    function test_two_entries_become_one_person_in_two_taps() {
        const item = open(390, 844);
        openList(item);
        enterTwice(item);
        choose(item, "fleur imaginaire");
        tryVerify(() => named(item, "likely").length === 1);
        taps = 0;
        reveal(item, named(item, "likely")[0]);
        tap(named(item, "likely")[0]);
        tryVerify(() => named(item, "mergePersons").length === 1);
        touch(item, "C’est la même personne");
        compare(taps, 2);
        tryVerify(() => named(item, "merged").length === 1);
        tryVerify(() => named(item, "undoBar")[0].visible);
        touch(item, "Annuler");
        tryVerify(() => named(item, "merged").length === 0);
        tryVerify(() => named(item, "likely").length === 1, 2000, "two again");
        tap(named(item, "likely")[0]);
        touch(item, "C’est la même personne");
        item.shell.goBack();
        tryVerify(() => named(item, "people").length === 1);
        verify(!shows(item, "Fleure imaginere"), "one person in the list");
        choose(item, "imaginere");
        tryVerify(() => named(item, "separate").length === 1);
        touch(item, "Séparer les deux fiches");
        tryVerify(() => named(item, "merged").length === 0);
        item.shell.goBack();
        tryVerify(() => shows(item, "Fleure imaginere"));
    }

    function test_a_follow_up_is_booked_nearby_and_a_correction_shows_the_first_version() {
        const item = open(390, 844);
        openList(item);
        registerAndBook(item, "imaginaire");
        tap(named(item, "person")[0]);
        touch(item, "Remplir la fiche");
        tryVerify(() => named(item, "form").length === 1);
        touch(item, "Peau");
        touch(item, "Conseil");
        touch(item, "Ordonnance renouvelée");
        touch(item, "A trouvé un médecin depuis");
        tryVerify(() => named(item, "nearby").length === 1, 2000, "other sites are offered");
        touch(item, item.shell.crew.visit.nearby[0].label);
        tryVerify(() => named(item, "nearby").length === 0);
        touch(item, "Terminer la consultation");
        tryVerify(() => named(item, "people").length === 1);
        tap(named(item, "person")[0]);
        touch(item, "Revoir la fiche");
        tryVerify(() => named(item, "form").length === 1);
        verify(item.shell.crew.visit.foundGp && item.shell.crew.visit.prescriptionRenewed);
        touch(item, "Soin fait");
        touch(item, "Enregistrer la correction");
        tryVerify(() => named(item, "people").length === 1);
        tap(named(item, "person")[0]);
        touch(item, "Revoir la fiche");
        tryVerify(() => named(item, "earlier").length === 1);
        verify(item.shell.crew.visit.earlier[0].lines.indexOf("Issue\u00A0: Conseil") >= 0);
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
        tryVerify(() => shows(item, "Première visite · Fiche commencée"));
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

    function test_the_card_of_a_stop_is_noted_and_opens_the_way() {
        const item = open(390, 844);
        stage.takeLinks();
        touch(item, "Saint-Germain-de-la-Coudre, Salle communale");
        tryVerify(() => named(item, "card").length === 1);
        touch(item, "Noter ce qu’il faut savoir ici");
        tryVerify(() => named(item, "keys").length === 1);
        typeInto(item, named(item, "keys")[0], "boulangerie");
        touch(item, "Enregistrer la fiche");
        tryVerify(() => shows(item, "boulangerie"));
        touch(item, "Y aller");
        verify(stage.opened()[0].startsWith("geo:47.000000,2.000000"), stage.opened()[0]);
    }

    function test_a_free_place_is_given_to_who_waits_in_two_taps() {
        const item = open(390, 844);
        openList(item);
        dismissUndo(item);
        touch(item, "Liste d’attente");
        touch(item, "Ajouter à la liste d’attente");
        tryVerify(() => named(item, "search").length === 1);
        touch(item, "Nouvelle personne");
        tryVerify(() => named(item, "familyName").length === 1);
        typeInto(item, named(item, "familyName")[0], "chimere");
        typeInto(item, named(item, "givenName")[0], "Hector");
        touch(item, "Peau");
        tryVerify(() => named(item, "waiting").length === 1);
        verify(shows(item, "1 personne attend une place"));
        item.shell.goBack();
        tryVerify(() => named(item, "people").length === 1);
        waitForRendering(item);
        taps = 0;
        tryVerify(() => named(item, "person").length > 0);
        const free = named(item, "person")[0];
        reveal(item, free);
        tap(free);
        tryVerify(() => named(item, "offers").length === 1);
        touch(item, "Hector chimere");
        compare(taps, 2);
        tryVerify(() => named(item, "offers").length === 0);
        tryVerify(() => shows(item, "1 rendez-vous"));
        touch(item, "Annuler");
        tryVerify(() => shows(item, "1 personne attend une place"));
    }

    function test_a_half_day_is_closed_printed_and_reopened() {
        const item = open(390, 844);
        stage.printedPages();
        openList(item);
        registerAndBook(item, "imaginaire");
        dismissUndo(item);
        touch(item, "Clore la demi-journée");
        tryVerify(() => named(item, "closing").length === 1);
        tryVerify(() => shows(item, "1 personne n’a pas d’état"));
        waitForRendering(item);
        touch(item, "Clés rendues");
        tryVerify(() => shows(item, "Matériel\u00A0: 8 à vérifier"));
        const print = named(item, "print")[0];
        reveal(item, print);
        tap(print);
        tryVerify(() => stage.printedPages() === 1);
        touch(item, "Clore quand même (1 à finir)");
        tryVerify(() => control(item, "Rouvrir la demi-journée") !== undefined);
        touch(item, "Rouvrir la demi-journée");
        tryVerify(() => control(item, "Clore quand même (1 à finir)") !== undefined);
        item.shell.goBack();
        tryVerify(() => named(item, "people").length === 1);
    }

    function test_a_long_list_scrolls_with_the_same_few_rows() {
        const item = open(390, 844);
        openList(item);
        stage.addWalkIns(60);
        const list = named(item, "people")[0];
        tryCompare(list, "count", 69);
        const made = [];
        for (let pass = 0; pass < 2; ++pass) {
            for (let at = 0; at < list.count; at += 3) {
                list.positionViewAtIndex(at, ListView.Beginning);
                waitForRendering(item);
                const rows = list.contentItem.children;
                for (let i = 0; i < rows.length; ++i)
                    if (rows[i].nextText !== undefined && made.indexOf(rows[i]) < 0)
                        made.push(rows[i]);
            }
        }
        verify(made.length < 45, "rows made: " + made.length);
        list.positionViewAtIndex(40, ListView.Beginning);
        waitForRendering(item);
        const next = all(list, each => each.objectName === "next" && each.text === "En consultation", [])[1];
        const who = next.Accessible.name.split(", ")[1];
        reveal(item, next);
        tap(next);
        tryVerify(() => all(list, each => each.objectName === "next" && each.Accessible.name === "Vu, " + who, []).length === 1,
            2000, "the row of that person took the touch");
    }

    function test_a_stop_is_received_without_a_finger() {
        const item = open(390, 844);
        const reach = name => {
            for (let i = 0; i < 80; ++i) {
                const at = item.Window.window.activeFocusItem;
                if (at && (at.text === name || at.objectName === name))
                    return;
                keyClick(Qt.Key_Tab);
            }
            fail("the keyboard does not reach " + name);
        };
        reach("mainAction");
        keyClick(Qt.Key_Return);
        tryVerify(() => control(item, "Ouvrir la liste de Saint-Germain-de-la-Coudre") !== undefined);
        reach("mainAction");
        keyClick(Qt.Key_Return);
        tryVerify(() => named(item, "people").length === 1);
        for (const name of ["openCard", "openWaiting", "openClosing"])
            reach(name);
        keyClick(Qt.Key_Return);
        tryVerify(() => named(item, "closing").length === 1);
        reach("equipment");
        keyClick(Qt.Key_Space);
        tryVerify(() => shows(item, "Matériel\u00A0: 8 à vérifier"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => named(item, "people").length === 1, 2000, "Escape goes back");
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
