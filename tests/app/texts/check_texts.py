#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""check_texts.py FOLDER LUPDATE...: the translations in FOLDER cover every text of the sources, whole and well.

LUPDATE is the command that reads the sources; it works on copies. Exit code 1 names each fault.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLACE = re.compile(r"%(?:L?[1-9]|L?n)")
FRENCH_LETTERS = re.compile(r"[àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ«»]")
# What an escape such as \\u00A0 becomes when lupdate takes the letter after it for one more digit.
MISREAD = re.compile(r"[\u0100-\u0151\u0154-\u1fff]")
PROPER_NAMES = ("Médicobus",)


def forms_of(message):
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def faults_of_form(source, form, is_plural_form, is_english):
    if not form.strip():
        yield "is empty"
        return
    wanted, got = sorted(PLACE.findall(source)), sorted(PLACE.findall(form))
    if wanted != got:
        # "one" may be written out, where a number is.
        counts = ("%n", "%Ln")
        if not is_plural_form or [p for p in wanted if p not in counts] != [p for p in got if p not in counts]:
            yield f"has {got} for {wanted}"
    if is_english:
        for name in PROPER_NAMES:
            form = form.replace(name, "")
        if FRENCH_LETTERS.search(form):
            yield "has French letters"
    if source.endswith("…") != form.endswith("…"):
        yield "differs in its ellipsis"


def faults_of(file):
    root = ElementTree.parse(file).getroot()
    is_english = root.get("language", "").startswith("en")
    for context in root.findall("context"):
        for message in context.findall("message"):
            source = message.find("source").text
            at = f"{file.name}: {context.findtext('name')}: {source!r}"
            state = message.find("translation").get("type")
            if MISREAD.search(source):
                yield f"{at}: lupdate reads an escape wrongly; part the literal after it"
            if state:
                yield f"{at} is {state}"
                continue
            for form in forms_of(message):
                for fault in faults_of_form(source, form, message.get("numerus") == "yes", is_english):
                    yield f"{at}: {form!r} {fault}"


def main():
    folder, lupdate = Path(sys.argv[1]), sys.argv[2:]
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for language, only in (("en_GB", []), ("fr_FR", ["-pluralonly"])):
            copy = Path(scratch) / f"medicobus_{language[:2]}.ts"
            shutil.copy(folder / copy.name, copy)
            before = copy.read_text(encoding="utf-8")
            subprocess.run([*lupdate, "-silent", "-target-language", language, *only, "-ts", str(copy)], check=True)
            after = copy.read_text(encoding="utf-8")
            faults += faults_of(copy)
            if before.count("<source>") > after.count("<source>"):
                faults.append(f"{copy.name} holds texts that no source has any more")
            count += after.count("<source>")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{count} texts, {len(faults)} faults; `ninja texts` brings the files up to the sources")
    return 1 if faults or count < 600 else 0


if __name__ == "__main__":
    sys.exit(main())
