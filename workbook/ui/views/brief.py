"""Something for a session: what to choose from, then its pages, then the ways it can leave."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbook.couple.brief import TITLE
from workbook.screens.brief import BriefScreen, BriefState, Group, Scope
from workbook.ui.paper import WayView
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.fold import Fold, Unfolds
from workbook.ui.parts.left_out import LeftOut
from workbook.ui.parts.line import labelled, single_line
from workbook.ui.parts.offering import Offering
from workbook.ui.parts.options import OneOf, Option, Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.theme import typed
from workbook.ui.view import button

SCOPES: tuple[Scope, ...] = ("since", "all")
REST = 250
"""Milliseconds without a key after which what was typed shows on the pages."""


class BriefView(WayView[BriefScreen]):
    """One author at a time."""

    @property
    def change_words(self) -> str:
        """The way from the pages back to the ticks."""
        return _("Back to the &ticks")

    def called(self, state: BriefState) -> str:
        """What the paper is."""
        return _("Something for a session")

    def chosen_page_key(self, state: BriefState) -> object:
        """A new page when there is something else to choose from."""
        return tuple(group.sitting for group in state.groups)

    def choosing(self, page: Page, state: BriefState) -> None:
        """What each may say of it, then every sitting by its name, its answers one press away."""
        page.where(self.called(state))
        page.title(_("What goes on paper, {name}?").replace("{name}", state.name))
        page.say(_("One page to read in a minute, and what you like behind it. Only what you tick. It is for this paper only."))
        if not state.joint:
            self._notices(page)
        self._wants = self._line(page, _("What would you like from this session? One short line, if you like."), state.wants)
        self._wants.textEdited.connect(self._on_typed)
        self._roles = None if state.joint else self._role(page, state)
        if state.scope:
            self._scopes(page, state.scope)
        self._days = self._days_fold(page, state)
        page.say(_("“Tender” stands beside what may hurt or harm if others read it."), quiet=True)
        if not state.groups and (state.first or state.last):
            page.say(_("Nothing here is from these days."))
        elif not state.groups:
            page.say(_("There is nothing to choose from yet. What you would like from the session can stand there by itself."))
        self._groups = [page.add(_Group(self.presenter, group)) for group in state.groups]
        self._left_out = page.add(LeftOut(self.presenter.put_back))
        self._soon = QTimer(page, singleShot=True, interval=REST)
        self._soon.timeout.connect(self.taken)

    def show_chosen(self, state: BriefState) -> None:
        """The ticks, and the words that are left out."""
        for shown, group in zip(self._groups, state.groups, strict=True):
            shown.show_group(group)
        self._left_out.show_phrases(state.left_out)

    def _notices(self, page: Page) -> None:
        page.say(
            _(
                "Some couple therapists keep no secrets from your partner: what you hand in may be spoken of with you both. "
                "If this goes to one, ask first how they do it."
            )
        )
        page.say(_("It is one view, and it says so. Your partner has another, and is not there to tell it."), quiet=True)

    def _role(self, page: Page, state: BriefState) -> tuple[QLineEdit, QLineEdit]:
        fold = page.add(Fold(_("A role instead of a name …")))
        fold.rows.addWidget(Words(_("Wherever you typed it, the role stands instead."), "small", quiet=True))
        name, role = (
            single_line(_("Instead of this name"), state.role_name),
            single_line(_("put this, such as “my partner”"), state.role),
        )
        for line in (name, role):
            line.setMaxLength(200)
            line.textEdited.connect(self._on_typed)
            fold.rows.addWidget(labelled(line.accessibleName(), line, "label"))
        fold.first = role if state.role_name else name
        return name, role

    def _scopes(self, page: Page, scope: Scope) -> None:
        self._scope = OneOf(page)
        options = [Option(words, "pill") for words in (_("Since the last one"), _("Everything"))]
        for option in options:
            self._scope.add(option)
        self._scope.choose(SCOPES.index(scope))
        self._scope.changed.connect(self._on_scope)
        page.add_row(*options)

    def _days_fold(self, page: Page, state: BriefState) -> tuple[QLineEdit, QLineEdit]:
        fold = page.add(Fold(_("Only from certain days …")))
        fold.rows.addWidget(Words(_("Such as 3 May 2026. One of the two is enough."), "small", quiet=True))
        first, last = single_line(_("From this day on"), state.first), single_line(_("up to this day"), state.last)
        for line in (first, last):
            line.setMaxLength(40)
            line.returnPressed.connect(self._on_days)
            fold.rows.addWidget(labelled(line.accessibleName(), line, "label"))
        fold.rows.addWidget(button(_("Show these days"), self._on_days), 0, Qt.AlignmentFlag.AlignLeft)
        fold.first = first
        fold.unfold(bool(state.first or state.last))
        return first, last

    def _line(self, page: Page, label: str, text: str) -> QLineEdit:
        line = single_line(label, text)
        line.setMaxLength(200)
        page.add(labelled(label, line, "label"))
        return line

    def _on_scope(self) -> None:
        place = self._scope.chosen
        if place is None:
            self._scope.choose(SCOPES.index(self.presenter.state.scope or "all"))
        else:
            self.taken()
            self.presenter.look_back(SCOPES[place])

    def _on_days(self) -> None:
        self.taken()
        first, last = self._days
        self.presenter.between(first.text(), last.text())

    def _on_typed(self) -> None:
        self._soon.start()

    def taken(self) -> None:
        """What was typed shows on the pages."""
        self._soon.stop()
        state = self.presenter.state
        if self._wants.text() != state.wants:
            self.presenter.want(self._wants.text())
        if self._roles is not None:
            name, role = (line.text() for line in self._roles)
            if (name, role) != (state.role_name, state.role):
                self.presenter.put_role(name, role)


class _Group(Panel):
    """One sitting: a box for naming it; its answers come when somebody wants to choose among them."""

    def __init__(self, presenter: BriefScreen, group: Group) -> None:
        super().__init__()
        self._presenter, self._group = presenter, group
        item = group.named.item
        tender = _(" (tender)") if item.tender else ""
        words = _("{title}: name it under “Since last time”").replace("{title}", item.title) + tender
        self._named = typed(Tick(words, framed=False), "label")
        self._named.toggled.connect(partial(presenter.tick, group.sitting, TITLE, item.author))
        self.rows.addWidget(self._named)
        self._offerings: list[Offering] = []
        self._inside: QWidget | None = None
        if group.ticks:
            self._open = Unfolds(_("Choose from it …"))
            self._open.setAccessibleDescription(item.title)
            self._open.clicked.connect(self._on_open)
            self.rows.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        if group.brought & {(tick.item.step, tick.item.author) for tick in group.ticks}:
            self._on_open()

    def show_group(self, group: Group) -> None:
        """What is ticked now."""
        self._named.blockSignals(True)
        self._named.setChecked(group.named.ticked)
        self._named.blockSignals(False)
        for offering, tick in zip(self._offerings, group.ticks, strict=False):
            offering.show_tick(tick.ticked)

    def _on_open(self) -> None:
        self._open.show_open(self._inside is None or self._inside.isHidden())
        if self._inside is not None:
            self._inside.setVisible(self._inside.isHidden())
            return
        group, presenter = self._group, self._presenter
        self._inside = QWidget()
        rows = QVBoxLayout(self._inside)
        rows.setContentsMargins(0, 0, 0, 0)
        every = Button(_("Tick all of this that is not tender"), "plain")
        every.setAccessibleDescription(group.named.item.title)
        every.clicked.connect(partial(presenter.tick_all, group.sitting))
        rows.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        for tick in group.ticks:
            item = tick.item
            more = _(" – for the session") if (item.step, item.author) in group.brought else ""
            toggled = partial(presenter.tick, group.sitting, item.step, item.author)
            offering = Offering(tick, toggled, presenter.leave_out, more)
            self._offerings.append(offering)
            rows.addWidget(offering)
        self.rows.addWidget(self._inside)
