"""How a paper leaves: whom it is for, as what, and where to; and on the way to a printing device."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbook.couple.paper import DRAWN, ENDINGS, Form
from workbook.screens.making import MakingScreen, MakingState
from workbook.screens.pages import PagesScreen, PagesState
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.fold import Fold
from workbook.ui.parts.line import labelled, secret_line, single_line
from workbook.ui.parts.options import OneOf, Option
from workbook.ui.parts.places import ask_target
from workbook.ui.parts.printing import ask_printer, has_printer
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space

FORMS: Final[tuple[Form, ...]] = ("pdf", "cards", "markdown", "docx")


class Target(Fold):
    """Where the file goes: told in one line above, and changed in here."""

    def __init__(self, presenter: PagesScreen[Any], state: PagesState) -> None:
        super().__init__(_("Somewhere else …"))
        self._presenter, self._kind = presenter, _("PDF (*.pdf)")
        self.line = self.first = single_line(_("File"), state.folder)
        self.line.textEdited.connect(presenter.goes_to)
        self.rows.addWidget(self.line)
        self.rows.addWidget(_plain(_("&Choose …"), self._on_choose), 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: PagesState) -> None:
        """The file, if it is another one now."""
        if self.line.text() != state.folder:
            self.line.setText(state.folder)

    def is_a(self, kind: str) -> None:
        """What kind of file is asked for, as Qt's dialog wants it."""
        self._kind = kind

    def _on_choose(self) -> None:
        chosen = ask_target(self, _("Where to"), self.line.text(), self._kind)
        if chosen:
            self._presenter.goes_to(chosen)


class Filing(QWidget):
    """What few want on the way, each folded away: a note for whom it is, another form, a passphrase."""

    def __init__(self, presenter: MakingScreen[Any], target: Target) -> None:
        super().__init__()
        self._presenter, self._target = presenter, target
        state: MakingState = presenter.state
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1.5))
        noted = Fold(_("Note for whom it is …"))
        self._to = noted.first = self._line(noted.rows, _("Who is it for?"), state.to)
        self._why = self._line(noted.rows, _("What for?"), state.why)
        noted.rows.addWidget(Words(_("Both are kept only in your own list of what you put on paper."), "small", quiet=True))
        noted.unfold(bool(state.to or state.why))
        rows.addWidget(noted)
        self._names = (_("PDF"), _("PDF, as small cards to cut out"), _("Markdown, to edit"), _("Word, to edit"))
        forms = Fold(_("As cards, or to edit …"))
        self._forms = OneOf(self)
        for name in self._names:
            option = Option(name)
            self._forms.add(option)
            forms.rows.addWidget(option)
        self._forms.choose(FORMS.index(state.form))
        self._forms.changed.connect(self._on_form)
        forms.first = self._forms.stop
        forms.unfold(state.form != "pdf")
        rows.addWidget(forms)
        self._locked = self._lock(presenter)
        rows.addWidget(self._locked)

    def show_state(self, state: MakingState) -> None:
        """As what it is made, and what to think of its passphrase."""
        self._advice.setText(state.advice)
        self._locked.setVisible(state.form in DRAWN)
        self._target.is_a(f"{self._names[FORMS.index(state.form)]} (*{ENDINGS[state.form]})")

    def write(self) -> None:
        """Write the file."""
        state = self._presenter.state
        locks = state.form in DRAWN and self._locked.open()
        passphrase, again = (line.text() if locks else "" for line in (self._passphrase, self._again))
        self._presenter.write(state.folder, state.to, state.why, passphrase, again)

    def _lock(self, presenter: MakingScreen[Any]) -> Fold:
        fold = Fold(_("Lock it with a passphrase …"))
        about = _(
            "The file then opens only with it, for you, too. It is kept nowhere: if it is lost, the file stays shut, and you can "
            "write another from here. Tell it to whoever should read the file, in another way than the file goes."
        )
        fold.rows.addWidget(Words(about, "small", quiet=True))
        self._passphrase, self._again = (secret_line(label) for label in (_("A passphrase for this file"), _("The same once more")))
        for line in (self._passphrase, self._again):
            fold.rows.addWidget(labelled(line.accessibleName(), line, "label"))
        self._passphrase.textEdited.connect(presenter.weigh)
        self._advice = Words("", "small", quiet=True)
        fold.rows.addWidget(self._advice)
        fold.first = self._passphrase
        return fold

    def _line(self, rows: QVBoxLayout, label: str, text: str) -> QLineEdit:
        line = single_line(label, text)
        line.setMaxLength(200)
        line.textEdited.connect(self._on_noted)
        rows.addWidget(labelled(label, line, "label"))
        return line

    def _on_noted(self) -> None:
        self._presenter.is_for(self._to.text(), self._why.text())

    def _on_form(self) -> None:
        if self._forms.chosen is None:  # it is always made as something
            self._forms.choose(FORMS.index("pdf"))
        form = FORMS[self._forms.chosen or 0]
        path = Path(self._presenter.state.folder)
        if path.suffix in ENDINGS.values():
            self._presenter.goes_to(str(path.with_suffix(ENDINGS[form])))
        self._presenter.as_what(form)


def _plain(words: str, call: Callable[[], None]) -> Button:
    made = Button(words, "plain")
    made.clicked.connect(lambda _checked=False: call())
    return made


def printed(parent: QWidget, presenter: PagesScreen[Any], to: str = "", why: str = "") -> None:
    """Ask which printer, then give it the very pages that are looked at."""
    if not has_printer():
        presenter.no_printer()
        return
    device = ask_printer(parent, presenter.state.look.count)
    if device is not None:
        presenter.sheets(device, to, why)


def progress(state: PagesState) -> str:
    """How far it is."""
    if state.pages:
        return _("{n} pages are done").replace("{n}", str(state.pages))
    return _("{n} parts are done").replace("{n}", str(state.parts)) if state.parts else _("Writing …")
