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
from workbook.ui.parts.country import CountryPick
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.fold import Fold
from workbook.ui.parts.line import labelled, secret_line, single_line
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.places import ask_target
from workbook.ui.parts.printing import about_queues, ask_printer, has_printer
from workbook.ui.parts.prose import Prose, Words
from workbook.ui.theme import space

FORMS: Final[tuple[Form, ...]] = ("pdf", "cards", "markdown", "docx")


class Filing(QWidget):
    """Lines to fill in; `write` and `print_it` use what stands there."""

    def __init__(self, presenter: MakingScreen[Any], state: MakingState) -> None:
        super().__init__()
        self._presenter = presenter
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(2))
        self._left_out = QWidget()
        self._outs: tuple[str, ...] = ()
        self._put_back = Flow(self._left_out, space(1.5))
        rows.addWidget(self._left_out)
        self._unprintable = Words("", "text")
        rows.addWidget(self._unprintable)
        noted = Fold(_("Note for whom it is …"))
        self._to = noted.first = self._line(noted.rows, _("Who is it for?"))
        self._why = self._line(noted.rows, _("What for?"))
        noted.rows.addWidget(Words(_("Both are kept only in your own list of what you put on paper."), "small", quiet=True))
        rows.addWidget(noted)
        self._form = Picker(_("As what"))
        self._form.addItems([_("PDF"), _("PDF, as small cards to cut out"), _("Markdown, to edit"), _("Word, to edit")])
        self._form.setCurrentIndex(FORMS.index(state.form))
        self._form.activated.connect(self._on_form)
        rows.addWidget(Words(_("As what?"), "label"))
        rows.addWidget(self._form)
        self._country = CountryPick(presenter)
        rows.addWidget(self._country)
        rows.addWidget(
            Prose(_("Where should the file go? Once it is there, it is an ordinary file that anyone at this computer can open."))
        )
        self._file = single_line(_("File"), state.folder)
        rows.addWidget(self._file)
        self._locked = Fold(_("Lock it with a passphrase …"))
        about = _(
            "The file then opens only with it, for you, too. It is kept nowhere: if it is lost, the file stays shut, and you can "
            "write another from here. Tell it to whoever should read the file, in another way than the file goes."
        )
        self._locked.rows.addWidget(Words(about, "small", quiet=True))
        self._passphrase, self._again = (secret_line(label) for label in (_("A passphrase for this file"), _("The same once more")))
        for line in (self._passphrase, self._again):
            self._locked.rows.addWidget(labelled(line.accessibleName(), line, "label"))
        self._passphrase.textEdited.connect(presenter.weigh)
        self._advice = Words("", "small", quiet=True)
        self._locked.rows.addWidget(self._advice)
        self._locked.first = self._passphrase
        rows.addWidget(self._locked)
        ways = QWidget()
        flow = Flow(ways, space(3))
        for words, call in ((_("&Choose …"), self._on_choose), (_("P&rint …"), self.print_it)):
            flow.addWidget(_plain(words, call))
        self._stop = _plain(_("Sto&p"), presenter.stop)
        flow.addWidget(self._stop)
        rows.addWidget(ways)
        rows.addWidget(Words(about_queues(), "small", quiet=True))

    def show_state(self, state: MakingState) -> None:
        """What cannot be printed, what is left out, and whether something is under way."""
        cannot = _("Paper cannot show these characters yet; a mark stands in their place: {all}")
        self._unprintable.setText(cannot.replace("{all}", "  ".join(state.unprintable)) if state.unprintable else "")
        self._unprintable.setVisible(bool(state.unprintable))
        self._stop.setVisible(state.busy)
        self._advice.setText(state.advice)
        self._country.show_state(state)
        if state.left_out != self._outs:
            self._outs = state.left_out
            self._show_left_out()
        self._left_out.setVisible(bool(state.left_out))

    def write(self) -> None:
        """Write the file."""
        locks = FORMS[self._form.currentIndex()] in DRAWN and self._locked.open()
        passphrase, again = (line.text() if locks else "" for line in (self._passphrase, self._again))
        self._presenter.write(self._file.text(), self._to.text(), self._why.text(), passphrase, again)

    def print_it(self) -> None:
        """Ask which printer, then give it the very pages that are looked at."""
        printed(self, self._presenter, self._to.text(), self._why.text())

    def _show_left_out(self) -> None:
        for before in self._left_out.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._put_back.removeWidget(before)
            before.deleteLater()
        self._put_back.addWidget(Words(_("Left out on this paper:"), "label"))
        for phrase in self._outs:
            short = phrase if len(phrase) <= 40 else phrase[:40] + "…"
            words = _("“{words}”: put it back").replace("{words}", " ".join(short.split()).replace("&", "&&"))
            self._put_back.addWidget(_plain(words, self._back(phrase)))

    def _back(self, phrase: str) -> Callable[[], None]:
        return lambda: self._presenter.put_back(phrase)

    def _line(self, rows: QVBoxLayout, label: str) -> QLineEdit:
        line = single_line(label)
        line.setMaxLength(200)
        rows.addWidget(labelled(label, line, "label"))
        return line

    def _on_form(self, place: int) -> None:
        self._locked.setVisible(FORMS[place] in DRAWN)
        self._presenter.as_what(FORMS[place])
        path = Path(self._file.text())
        if path.suffix in ENDINGS.values():
            self._file.setText(str(path.with_suffix(ENDINGS[FORMS[place]])))

    def _on_choose(self) -> None:
        ending = ENDINGS[FORMS[self._form.currentIndex()]]
        chosen = ask_target(self, _("Where to"), self._file.text(), f"{self._form.currentText()} (*{ending})")
        if chosen:
            self._file.setText(chosen)


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


def told(state: PagesState) -> str:
    """What is under way, what went wrong, or where it went."""
    if state.busy:
        if state.parts:
            return _("{n} parts are done").replace("{n}", str(state.parts))
        return _("{n} pages are done").replace("{n}", str(state.pages)) if state.pages else _("Writing …")
    if state.printed:
        return _("It is on its way to the printer.")
    return state.trouble or (_("Written: {file}").replace("{file}", state.written) if state.written else "")
