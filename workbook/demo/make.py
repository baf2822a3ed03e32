"""Makes the notebook of the invented couple through the real app, and prints it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbook.app import App
from workbook.couple.invented import Evening, invented
from workbook.couple.people import BOTH
from workbook.couple.sharing import Key
from workbook.demo import evenings
from workbook.demo.hands import Hands
from workbook.demo.pages import Album, Look
from workbook.paths import resources
from workbook.report.saving import save
from workbook.screens.door import DoorScreen
from workbook.storage.causes import troubled
from workbook.trouble import Trouble

MAIN = "draw-our-loop"
"""The exercise whose PDF is called as asked; those of the others lie beside it."""

WALKED = "Walked: "
"""How a line on an evening that is done begins."""

Printed = dict[str, tuple[Path, frozenset[Key]]]
"""By exercise, the PDF and what is on it."""


def make_demo(
    folder: Path, *, pdf: Path | None = None, pages: Path | None = None, answers: Path | None = None, look: Look | None = None
) -> Iterator[str]:
    """Makes `folder/notebook` and its PDFs; gives a line for each thing as it is done, the path of the main PDF last.

    `pages` gets a picture of each page on the way, `answers` what was said and printed, as JSON. Raises Trouble
    `folder-not-empty` and `no-folder` before anything is written.
    """
    folder, pages = folder.absolute(), pages.absolute() if pages else None
    pdf, answers = (pdf or folder / "notes.pdf").absolute(), answers.absolute() if answers else None
    with troubled(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Trouble("folder-not-empty")
        if not all(file.parent in (folder, pages) or file.parent.is_dir() for file in (pdf, answers) if file):
            raise Trouble("no-folder")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    app = _offscreen_app(folder, look or Look())
    try:
        yield from _evenings(Hands(app, Album(app.window, pages), invented(resources() / "demo.yaml")), pdf, answers)
    finally:
        app.window.close()
        while app.window.isVisible():
            app.qt.processEvents()
        app.window.deleteLater()


def _offscreen_app(folder: Path, look: Look) -> App:
    """The app as it always is, but nothing of it shows on anybody's desktop."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # a remark for each window on having no screen
    app = App(folder / "notebook", folder)
    app.theme.set_scale(look.scale)
    app.theme.set_scheme(look.scheme)
    app.window.resize(*look.size)
    app.start()
    return app


def _evenings(hands: Hands, pdf: Path, answers: Path | None) -> Iterator[str]:
    first, second = hands.couple.people
    yield f"Making the notebook of an invented couple, {first.name} and {second.name}."
    evenings.set_up(hands)
    notebook = hands.app.flow.notebook
    yield f"Notebook: {notebook.folder}"
    for person in hands.couple.people:
        yield f"Passphrase of {person.name}: {person.passphrase}"
    for evening in hands.couple.evenings:
        evenings.spend(hands, evening)
        yield f"{WALKED}{evening.exercise}"
    if hands.album.kept:
        evenings.look_round(hands)
    printed: Printed = {}
    for evening in sorted(hands.couple.evenings, key=lambda evening: evening.mode):  # whoever was alone is in already
        target = pdf if evening.exercise == MAIN else pdf.with_name(f"{pdf.stem}-{evening.exercise}{pdf.suffix}")
        printed[evening.exercise] = target, evenings.put_on_paper(hands, evening, target)
        yield f"Printed: {target}"
    if answers:
        save(json.dumps(_stored(hands, printed), ensure_ascii=False, indent=1).encode(), answers)
        yield f"Answers: {answers}"
    yield str(pdf)


def _stored(hands: Hands, printed: Printed) -> dict[str, Any]:
    """Everything that was said, as the notebook keeps it, with both at the table."""
    hands.app.flow.door()
    hands.on(DoorScreen).together()
    hands.both()
    return hands.ask(lambda: {each.exercise: _one(hands, each, *printed[each.exercise]) for each in hands.couple.evenings})


def _one(hands: Hands, evening: Evening, pdf: Path, keys: frozenset[Key]) -> dict[str, Any]:
    notebook, names = hands.app.flow.notebook, hands.names()
    people = [person for person in names if person != BOTH]
    spaces = {person: notebook.space(person) for person in people}
    sitting = next(
        entry.sitting.id for space in spaces.values() for entry in space.entries() if entry.sitting.exercise.id == evening.exercise
    )
    said = {names[person]: spaces[person].answers(sitting) for person in people}
    for response in notebook.shared().joint(sitting):
        said.setdefault(names[response.author], {})[response.step] = response.answer
    opened = [response for response in notebook.shared().opened(sitting) if response.answer is not None]
    return {
        "pdf": str(pdf),
        "answers": said,
        "held": {names[person]: sorted(spaces[person].held(sitting)) for person in people},
        "opened": {names[person]: sorted(one.step for one in opened if one.author == person) for person in people},
        "printed": {name: sorted(step for step, author in keys if author == person) for person, name in names.items()},
    }
