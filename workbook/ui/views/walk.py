"""The walk: one question in large type, room to answer, and the same few ways on every step."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from workbook.content.fields import Field
from workbook.couple.caret import Caret
from workbook.screens.steps import Group, StepPage
from workbook.screens.walk import WalkScreen, WalkState
from workbook.ui.editors import editor_for
from workbook.ui.pages import page_maker
from workbook.ui.parts.before import Before
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words, bare
from workbook.ui.parts.spelt import Spelt
from workbook.ui.parts.stops import is_stop
from workbook.ui.parts.stuck import Stuck
from workbook.ui.parts.writing import Writing, copy_ours, unheard
from workbook.ui.view import House, PageView, button


class WalkView(PageView[WalkScreen]):
    """Shows a step and passes on every key."""

    def __init__(self, screen: WalkScreen, house: House) -> None:
        super().__init__(screen, house)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            onward = QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | keys), self)
            onward.setAutoRepeat(False)  # one press, one page
            onward.activated.connect(screen.next)
        if screen.spelling is not None:
            self._spelt = Spelt(screen.spelling, self)
            QShortcut(QKeySequence(Qt.Key.Key_F7), self).activated.connect(self._spelt.next)
        QShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | Qt.Key.Key_Left), self).activated.connect(screen.back)
        screen.whereabouts = self._caret
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one

    def rebuild(self) -> None:
        """In another size of words, the keyboard stays at the same letter."""
        self.presenter.caret = self._caret()
        super().rebuild()

    def first_stop(self) -> QWidget | None:
        """Where the keyboard was when somebody stopped; else where any page begins."""
        caret, lines = self.presenter.caret, self._lines()
        if caret is None or caret.line >= len(lines) or not lines[caret.line].isVisibleTo(self):
            return super().first_stop()
        line = lines[caret.line]
        place = line.textCursor()
        place.setPosition(min(max(caret.at, 0), line.document().characterCount() - 1))
        with unheard():
            line.setTextCursor(place)
        return line

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page leaves no words behind in a dictionary's process."""
        super().hideEvent(event)
        if self.presenter.spelling is not None:
            self._spelt.rest()

    def page_key(self, state: WalkState) -> object:
        """A new page for each step, and not for what is typed into it."""
        return id(state.page)

    def build(self, page: Page, state: WalkState) -> None:
        """Where you are, the question, the picture, the inputs, what this kind adds, the ways on."""
        step = state.page
        self._shown = step
        self._editors: dict[tuple[str, str], Editor] = {}
        self._left_at = self.presenter.caret
        self._came_at: tuple[int, int] | None = None
        self._pictures: list[QWidget] = []
        self._picture_of: tuple[object, ...] = ()
        page.where(f"{state.title} · {step.position}")
        page.title(step.step.title)
        page.ask(step.step.ask)
        if step.step.hint:
            page.say(step.step.hint, quiet=True)
            page.opening = bare(f"{step.step.ask}\n\n{step.step.hint}")
        self._picture_at = page.add(Words("", "small"))
        self._picture_at.hide()
        for group in step.groups:
            self._group(page, group)
        if step.carried:
            page.add(Before(step.carried, self.presenter.use))
        if step.step.stuck:
            page.add(Stuck(step.step.stuck))
        if step.note:
            page.add(Words(step.note, "small", quiet=True))
        self._extra = page_maker(step.step)(page, self.presenter)
        self._trouble = page.add(Words("", "text"))
        self._rescue = button(_("&Copy the words"), self._copy)
        self._anyway = button(_("Leave without saving"), self.presenter.leave_anyway)
        self._again = button(_("&Try again"), self.presenter.try_again)
        page.add_row(self._again, self._rescue, self._anyway)
        page.lead_on(*self._onward(step))
        page.expect_note(_("Saved"))
        self.always_there(button(_("&Enough for today"), self.presenter.enough, "plain"))

    def update_page(self, page: Page, state: WalkState) -> None:
        """The picture, the faults, how saving stands."""
        self._draw(page, state)
        for (author, field), editor in self._editors.items():
            fault = state.faults.get((state.page.step.id, author), {}).get(field)
            editor.show_fault(fault)
        page.note(state.status)
        self._trouble.setText(state.trouble)
        for widget in (self._trouble, self._again, self._rescue, self._anyway):
            widget.setVisible(bool(state.trouble) and (widget is not self._anyway or state.stuck))
        if self._extra is not None:
            self._extra(state)

    def _onward(self, step: StepPage) -> list[Button]:
        onward = button(_("&Done") if step.last else _("&Next"), self.presenter.next, "primary")
        ways = [onward, button(_("&Back"), self.presenter.back)]
        if step.groups:
            ways.insert(1, button(_("S&kip"), self.presenter.skip))
        return ways

    def _group(self, page: Page, group: Group) -> None:
        if group.heading:
            page.gap()
            page.add(Words(group.heading, "heading"))
        for field in group.step.fields():
            editor = self._editor(field, group)
            if field.label == group.step.title:
                # The page already says it, in larger type; to a screen reader the question is the input's name.
                editor.heading.hide()
                editor.setAccessibleName(bare(group.step.ask))
            page.add(editor)
            self._editors[group.author, field.id] = editor
            if group.heading:  # what the other has to answer is called the same
                for stop in filter(is_stop, editor.findChildren(QWidget)):
                    more = stop.accessibleDescription()
                    stop.setAccessibleDescription(f"{group.heading}. {more}" if more else group.heading)

    def _editor(self, field: Field, group: Group) -> Editor:
        editor = editor_for(field)
        editor.set_value((group.answer or {}).get(field.id))
        for at, writing in enumerate(editor.findChildren(Writing)):
            key = (group.step.id, group.author, field.id, at)
            self.presenter.attic[key] = writing.go_on_from(self.presenter.attic.get(key))
        editor.edited.connect(partial(self._on_edited, editor, group.author, field.id))
        editor.finished.connect(partial(self.presenter.settle_field, group.author))
        return editor

    def _on_edited(self, editor: Editor, author: str, field: str, *_value: Any) -> None:
        self.presenter.edit(author, field, editor.value())

    def _draw(self, page: Page, state: WalkState) -> None:
        if state.picture == self._picture_of:
            return
        self._picture_of = state.picture
        for old in self._pictures:
            old.setParent(None)
            old.deleteLater()
        self._pictures = [widget_for(block) for block in state.picture]
        at = page.column.rows.indexOf(self._picture_at)
        for offset, widget in enumerate(self._pictures):
            page.column.rows.insertWidget(at + offset, widget)

    def _lines(self) -> list[Writing]:
        return [writing for editor in self._editors.values() for writing in editor.findChildren(Writing)]

    def _caret(self) -> Caret | None:
        """Where the keyboard is among the inputs for words, or where it was last."""
        at = QApplication.focusWidget()
        if isinstance(at, Writing):
            self._leave(at)
        return self._left_at

    def _leave(self, writing: Writing) -> None:
        lines = self._lines()
        if writing in lines:
            self._left_at = Caret(lines.index(writing), writing.textCursor().position())

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """A line that Tab only passed through is not where somebody was."""
        if isinstance(before, Writing) and _place(before) != self._came_at and self.isAncestorOf(before):
            self._leave(before)
        self._came_at = _place(now) if isinstance(now, Writing) else None

    def _copy(self) -> None:
        copy_ours(self.presenter.unsaved_words(), self)


def _place(line: Writing) -> tuple[int, int]:
    """Where the caret of a line is, and how long the line is."""
    return line.textCursor().position(), line.document().characterCount()
