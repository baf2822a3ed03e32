"""Everything of mine: one's own words into a file, and out of a file into this notebook, which only adds (G18)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from functools import partial
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from workbook.couple import holds
from workbook.couple.belongings import MOST_BYTES, Belongings, Kept, Line, as_json, by_both, lacking, read
from workbook.couple.markdown import as_markdown
from workbook.couple.people import BOTH, PersonId
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.couple.sitting import Entry
from workbook.screens import words
from workbook.screens.places import typed_place
from workbook.screens.screen import Screen


def gather(notebook: Notebook, me: PersonId, letters: bool = False, out: datetime | None = None) -> Belongings:
    """Everything of one person's who is unlocked: what they wrote, and what both said; never what the other said alone.

    Letters are in it only where they are asked for (G20); where it is to go `out` at some time, nothing that is held then.
    """
    space, shared = notebook.space(me), notebook.shared()
    own = tuple(one for one in space.entries() if out is None or holds.running(space, one.sitting, out) is None)
    here = {entry.sitting.id for entry in space.entries()}
    table = (_kept(notebook, me, entry, letters) for entry in shared.sittings() if entry.sitting.id not in here)
    joint = (one for one in table if one.answers or one.together or one.beside)
    kept = (*(_kept(notebook, me, entry, letters) for entry in own), *joint)
    exports = tuple(Line(line["what"], line["to"], line["digest"], line["when"]) for line in space.exports())
    return Belongings(kept=kept, exports=exports, settings=space.settings())


def _kept(notebook: Notebook, me: PersonId, entry: Entry, letters: bool) -> Kept:
    space, shared, sitting = notebook.space(me), notebook.shared(), entry.sitting
    joint, at_table = by_both(sitting.exercise), shared.joint(sitting.id)
    said = space.answers(sitting.id) | (space.letters(sitting.id) if letters else {})
    said |= {one.step: one.answer for one in at_table if one.author in (me, BOTH)}
    answers = {step: answer for step, answer in said.items() if answer is not None}
    opened = {one.step: one for one in shared.opened(sitting.id) if one.author == me}
    marks = {one.step: one.answer for one in shared.beside(sitting.id) if one.author == me and one.answer is not None}
    return Kept(
        sitting=sitting,
        place=entry.place,
        state=entry.state,
        answers={step: answer for step, answer in answers.items() if step not in joint},
        together={step: answer for step, answer in answers.items() if step in joint},
        beside={**space.beside(sitting.id), **marks},
        held=space.held(sitting.id),
        sealed=space.sealed(sitting.id) - opened.keys(),
        opened=frozenset(step for step, one in opened.items() if one.answer is not None),
    )


class BelongingsState(Struct, frozen=True, kw_only=True):
    """Where the files are offered to go, whether letters go with them, and what came of it."""

    json: str
    markdown: str
    letters: bool = False
    busy: bool = False
    trouble: str = ""
    done: str = ""


class BelongingsScreen(Screen[BelongingsState]):
    """Writes one's own words out, and adds a file to what is here."""

    def __init__(
        self, me: PersonId, notebook: Notebook, jobs: Jobs, clock: Clock, *, folder: Path, back: Callable[[], None]
    ) -> None:
        self._me, self._notebook, self._jobs, self._clock, self.back = me, notebook, jobs, clock, back
        super().__init__(BelongingsState(json=str(folder / "notes.json"), markdown=str(folder / "notes.md")))

    def let_letters_go(self, wanted: bool) -> None:
        """Let letters that nobody has to get go into these files as well, or not."""
        self.change(letters=wanted)

    def write_json(self, target: str) -> None:
        """Write the file that can be read in again: whole, or not at all."""
        self._write(target, as_json)

    def write_markdown(self, target: str) -> None:
        """Write the file that is for reading."""
        self._write(target, lambda mine: as_markdown(mine).encode())

    def add(self, source: str) -> None:
        """Add what such a file holds and is not here yet; nothing that is here changes."""
        self._do(partial(self._add, typed_place(source)))

    def _write(self, target: str, form: Callable[[Belongings], bytes]) -> None:
        path, letters = typed_place(target), self.state.letters

        def work() -> str:
            content = form(gather(self._notebook, self._me, letters, self._clock.now()))
            self._notebook.write_out(path, content)
            self._notebook.space(self._me).exported(_("everything of mine"), path.name, sha256(content).hexdigest())
            return _("Written: {file}").replace("{file}", str(path))

        self._do(work)

    def _add(self, path: Path) -> str:
        notebook, space = self._notebook, self._notebook.space(self._me)
        found = read(notebook.read_in(path, MOST_BYTES), self._me)
        taken = frozenset(entry.sitting.id for entry in notebook.shared().sittings())
        new = lacking(found, gather(notebook, self._me), taken, lambda: secrets.token_hex(8))
        space.add(new)
        if not new.kept:
            return _("Everything you wrote that is in this file is here already.")
        return (
            _("Added: {n} of {all} in the file. They are on your page.")
            .replace("{n}", str(len(new.kept)))
            .replace("{all}", str(len(found.kept)))
        )

    def _do(self, work: Callable[[], str]) -> None:
        if self.state.busy:
            return
        self.change(busy=True, trouble="", done="")
        self._jobs.run(
            work,
            lambda done: self.change(busy=False, done=done),
            lambda error: self.change(busy=False, trouble=words.trouble(error)),
        )
