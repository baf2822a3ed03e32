"""A robot at the keyboard: the real window, real storage with cheap keys, and nothing but key presses.

Where it looks (which page is in front, what has the focus), it looks as a person would; what it does, it does by keys.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from tests.robots.answering import answer
from workbook.app import App
from workbook.content.fields import Value
from workbook.screens import codeoffer
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.screen import Screen
from workbook.screens.walk import WalkScreen
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.slots import KdfCost
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.options import Option
from workbook.ui.view import PageView
from workbook.ui.views.walk import WalkView

CHEAP = KdfCost(1, 8192)
ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LONGEST = 20.0
A = TypeVar("A", bound=Screen[Any])
Answers = dict[tuple[str, str], dict[str, Value]]
"""What was typed: by step and author's group, field by field, as it must come back."""


class Hands:
    """Somebody at the keyboard."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1080, 760)) -> None:
        self.folder = folder
        notebooks = FolderNotebooks(folder / "notebook", CHEAP)
        hook = sys.excepthook
        self.app = App(documents=folder, notebooks=notebooks)
        sys.excepthook = hook  # what goes wrong here is for the test, and not for the page that says so
        self.app.qt.setCursorFlashTime(0)  # a steady caret, so that two pictures can be compared
        self.window = self.app.window
        self.window.resize(*size)
        self.pressed = 0
        self.seen: list[str] = []
        self.lost: list[str] = []
        self.watchers: list[Callable[[Hands], None]] = []
        """Called once on each new page, before anything is pressed there."""
        self._page: object = None
        self.closed = False

    # looking

    def open(self) -> Hands:
        """Open the window and wait for its first page."""
        self.app.start()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        return self.settle()

    def settle(self) -> Hands:
        """Wait until everything asked for is done and shown."""
        began = time.monotonic()
        idle = 0
        while idle < 4:  # how high words are depends on how wide they may be: a page takes a few rounds
            QApplication.processEvents()
            busy = self.app.jobs.busy or self.app.speller.busy or any(button.isDown() for button in self.shown(QPushButton))
            idle = 0 if busy else idle + 1
            if busy:
                time.sleep(0.001)
            assert time.monotonic() - began < LONGEST, "the app does not come to rest"
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._notice()
        return self

    @property
    def screen(self) -> Screen[Any]:
        """The screen in front."""
        found = self.app.flow.screen
        assert found is not None
        return found

    def on(self, kind: type[A]) -> A:
        """The screen in front, which must be of this kind."""
        found = self.screen
        assert isinstance(found, kind), f"{kind.__name__} expected, {self.seen[-4:]} seen"
        return found

    @property
    def view(self) -> PageView[Any]:
        """The page in front."""
        found = self.window.view
        assert isinstance(found, PageView)
        return found

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is."""
        found = QApplication.focusWidget()
        assert found is not None, f"nothing has the focus on {self.seen[-2:]}"
        return found

    def shown(self, kind: type[QWidget] = QWidget) -> list[Any]:
        """The widgets of a kind that are on the page now."""
        return [widget for widget in self.view.findChildren(kind) if widget.isVisible()]

    def said(self) -> str:
        """All the words on the page."""
        labels = [label.accessibleName() or label.text() for label in self.shown(QLabel)]
        return "\n".join(labels + [button.text() for button in self.shown(QPushButton)])

    def picture(self) -> QImage:
        """The window as it looks now."""
        return self.settle().window.grab().toImage()

    def reads(self, text: str, words: str) -> bool:
        """Whether a text begins with these words of ours, all of them whole: "Back" is not "Backups"."""
        return re.match(re.escape(words) + r"(?!\w)", _plain(text)) is not None

    def can(self, words: str) -> bool:
        """Whether the calm page in front offers this."""
        screen = self.screen
        return isinstance(screen, NoticeScreen) and any(self.reads(way, words) for way in screen.state.actions)

    # pressing

    def size(self, scale: float) -> Hands:
        """Words in another size."""
        self.app.theme.set_scale(scale)
        self.window.rebuild()
        return self.settle()

    def key(self, key: Qt.Key, how: Qt.KeyboardModifier = NONE) -> Hands:
        """One key, with whatever is held down."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, how)
        self.pressed += 1
        return self.settle()

    def alt(self, letter: str) -> Hands:
        """The key of a button that shows its letter underlined."""
        return self.key(Qt.Key(ord(letter.upper())), ALT)._without_a_code()

    def write(self, text: str) -> Hands:
        """Words; what no key of this keyboard has comes as an input method would send it."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
            else:
                commit = QInputMethodEvent()
                commit.setCommitString(character)
                QApplication.sendEvent(self.focus, commit)
            self.pressed += 1
        return self.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool], what: str) -> Hands:
        """Tab until the focus is where it is wanted; once round at the most, as a person would give up too."""
        start = self.focus
        for _stop in range(200):
            if wanted(self.focus):
                return self
            self.key(Qt.Key.Key_Tab)
            if self.focus is start and not wanted(start):
                break
        raise AssertionError(f"Tab never comes to {what!r} on {self.seen[-1]}")

    def tab_into(self, holder: QWidget, kind: type[QWidget] = QWidget) -> Hands:
        """Tab to the first thing of a kind inside something."""
        return self.tab_to(lambda at: isinstance(at, kind) and (at is holder or holder.isAncestorOf(at)), type(holder).__name__)

    def press(self, words: str) -> Hands:
        """Tab to the button that begins with these words, and press it with the space bar."""
        self.tab_to(lambda at: isinstance(at, QPushButton) and self.reads(at.text(), words), words)
        self.key(Qt.Key.Key_Space)
        if words in ("With", "My half") and self.can("Skip it"):
            self.press("Skip it")  # the questions offered once, before somebody's first exercise for two
        return self._without_a_code()

    def _without_a_code(self) -> Hands:
        """A recovery code, offered once, when the first words were kept."""
        offered = isinstance(self.screen, NoticeScreen) and self.notice() == codeoffer.title()
        return self.press("Go on without") if offered else self

    def tick(self, words: str) -> Hands:
        """Tab to a box and turn it."""
        self.tab_to(lambda at: isinstance(at, QCheckBox) and self.reads(at.text(), words), words)
        return self.key(Qt.Key.Key_Space)

    # coming in

    def set_up(self, *names: str) -> Hands:
        """From the first page to the first one's first turn."""
        self.alt("b").press("The two of us" if len(names) == 2 else "Just me")
        for at, name in enumerate(names):
            lines = self.shown(QLineEdit)
            self.tab_into(lines[at]).write(name)
        return self.press("Make the notebook")

    def first_turn(self, passphrase: str | None = "one fine day") -> Hands:
        """Somebody's own first turn."""
        if passphrase is None:
            return self.press("Go without one")
        self.tab_into(self.shown(QLineEdit)[0]).write(passphrase).key(Qt.Key.Key_Return).write(passphrase)
        return self.key(Qt.Key.Key_Return)

    def enter(self, passphrase: str = "one fine day") -> Hands:
        """The passphrase, or only on where there is none."""
        if self.shown(QLineEdit):
            self.write(passphrase).key(Qt.Key.Key_Return)
        else:
            self.press("Come in")
        return self.press("Go on without") if self.can("Go on without") else self  # a PIN, once a day

    def door(self) -> Hands:
        """Close one's space, or the notebook, from wherever these words stand."""
        return self.press("Close")

    def come_in(self, place: int, passphrase: str = "one fine day") -> Hands:
        """From the door, as one of them."""
        doors = [button for button in self.shown(QPushButton) if type(button).__name__ == "PictureButton"]
        self.tab_to(lambda at: at is doors[place], "a door").key(Qt.Key.Key_Space)
        return self.enter(passphrase)

    def both_in(self, passphrase: str = "one fine day") -> Hands:
        """Both come in, one after the other."""
        return self.press("Both of us").enter(passphrase).enter(passphrase)

    def begin(self, title: str, how: str) -> Hands:
        """From home to the first step of an exercise."""
        self.press("All exercises").write(title)
        self.tab_to(lambda at: isinstance(at, Leading) and _text(at) == title, title)
        return self.key(Qt.Key.Key_Space).press(how)._skip_the_questions()

    def half(self) -> Hands:
        """From home to one's own half of what the other began."""
        return self.press("My half")._skip_the_questions()

    def _skip_the_questions(self) -> Hands:
        """What is offered once, before somebody's first exercise for two."""
        return self.press("Skip it") if self.can("Skip it") else self

    # walking

    def fill(self, words: str = "") -> Answers:
        """Answer everything on the step in front; what was typed comes back as it must be kept."""
        walk = self.on(WalkScreen)
        page = walk.state.page
        view = self.view
        assert isinstance(view, WalkView)
        said: Answers = {}
        for group in page.groups:
            for field in group.step.fields():
                editor = view._editors[group.author, field.id]
                text = f"{page.step.id} {words} {group.heading}".strip()
                if (value := answer(self, editor, field, text)) is not None:
                    said.setdefault((page.step.id, group.author), {})[field.id] = value
        return said

    def onward(self) -> Hands:
        """Next, or done, from wherever the focus is."""
        return self.key(Qt.Key.Key_Return, CTRL)._without_a_code()

    def walk(self, words: str = "", fill: bool = True) -> Answers:
        """Walk this part to its end, answering everything."""
        said: Answers = {}
        while isinstance(self.screen, WalkScreen):
            walk, page = self.screen, self.screen.state.page
            if fill:
                said.update(self.fill(words))
            self.onward()
            assert self.screen is not walk or walk.state.page is not page, f"{page.step.id} does not lead on"
        return said

    def seal(self) -> Hands:
        """What will open stays as it is; it is called sealed only once both have a passphrase (G16)."""
        sealed = self.on(OpeningScreen).state.sealed_word
        return self.press("Seal it like this" if sealed else "Put it aside like this")

    def open_all(self) -> Hands:
        """Open all of the reveal in front."""
        while isinstance(self.screen, RevealScreen):
            self.press("Open it, both of us")
            assert self.on(RevealScreen).state.sides, self.on(RevealScreen).state.trouble
            self.press("Next")
        return self

    def notice(self) -> str:
        """The title of the calm page in front."""
        return self.on(NoticeScreen).state.title

    def close(self) -> None:
        """Close the window, as its frame would, and wait until all is kept."""
        if self.closed:
            return
        self.closed = True
        self.window.close()
        began = time.monotonic()
        while self.window.isVisible():
            QApplication.processEvents()
            time.sleep(0.001)
            assert time.monotonic() - began < LONGEST, "the window does not close"
        self.app.theme.setParent(None)
        self.app.theme.deleteLater()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _notice(self) -> None:
        name = type(self.screen).__name__
        if isinstance(self.screen, WalkScreen):
            name += f" {self.screen.state.page.step.id}"
        if not self.seen or self.seen[-1] != name:
            self.seen.append(name)
        at = QApplication.focusWidget()
        if self.window.isVisible() and (at is None or not at.isVisible()):
            self.lost.append(name)
        view = self.window.view
        if isinstance(view, PageView) and view.page is not self._page:
            self._page = view.page
            for watch in self.watchers:
                watch(self)
                self._page = self.view.page  # somebody may have looked at it in another size


def cut_off(view: QWidget) -> list[str]:
    """Every visible run of words that has less room than it needs, by its first words."""
    return [fault for widget in view.findChildren(QWidget) if widget.isVisible() and (fault := _cut(widget))]


def _cut(widget: QWidget) -> str:
    if not isinstance(widget, (QLabel, QPushButton, QCheckBox, Option, QLineEdit, QComboBox)) or not _text(widget):
        return ""
    have = widget.size()
    need = widget.heightForWidth(have.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
    wide = widget.minimumSizeHint().width() if _wraps(widget) else widget.sizeHint().width()
    room = widget.window().rect()
    over = QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), have).right() - room.right()
    words = _text(widget)[:40]
    if (short := _clipped(widget)) > 0:
        return f"{type(widget).__name__} {words!r}: {short} hidden by what is around it"
    if have.height() < need:
        return f"{type(widget).__name__} {words!r}: {have.height()} high, needs {need}"
    if have.width() < wide and not isinstance(widget, (QLineEdit, QComboBox)):
        return f"{type(widget).__name__} {words!r}: {have.width()} wide, needs {wide}"
    return f"{type(widget).__name__} {words!r}: {over} beyond the edge" if over > 0 else ""


def _clipped(widget: QWidget) -> int:
    """How many pixels at the bottom lie outside of what holds the widget; what scrolls may be longer than its window."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow() and not isinstance(around.parentWidget(), QAbstractScrollArea):
        low = widget.mapTo(around, widget.rect().bottomLeft()).y() - around.rect().bottom()
        if low > 0:
            return int(low)
        around = around.parentWidget()
    return 0


def _wraps(widget: QWidget) -> bool:
    return widget.wordWrap() if isinstance(widget, QLabel) else widget.hasHeightForWidth()


def _text(widget: QWidget) -> str:
    found = getattr(widget, "text", None)
    return re.sub("<[^>]*>", "", str(found())) if callable(found) else ""


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def evening(
    hands: Hands, title: str, names: tuple[str, str] = ("Zoë", "Łukasz"), *, words: str = "", fill: bool = True
) -> tuple[Answers, Answers, Answers]:
    """Two people do one exercise for two from the first page to its end: what each said apart, and what both said."""
    hands.set_up(*names).first_turn("first lamp").begin(title, "With")
    first, second, joint = hands.walk(f"first {words}".strip(), fill), Answers(), Answers()
    hands.seal().press("Pass the computer").press("I am").first_turn("second lamp").half()
    second |= hands.walk(f"second {words}".strip(), fill)
    hands.seal()
    _sit_down(hands)
    while not isinstance(hands.screen, NoticeScreen) or not hands.reads(hands.notice(), "This one is done"):
        if isinstance(hands.screen, WalkScreen):
            joint |= hands.walk(f"both {words}".strip(), fill)
        elif isinstance(hands.screen, RevealScreen):
            hands.open_all()
        else:
            assert hands.reads(hands.notice(), "Now each alone again")
            hands.press("Close the notebook").come_in(0, "first lamp").half()
            first |= hands.walk(f"first {words}".strip(), fill)
            hands.seal().press("Pass the computer").press("I am").enter("second lamp").half()
            second |= hands.walk(f"second {words}".strip(), fill)
            hands.seal()
            _sit_down(hands)
    return first, second, joint


def _sit_down(hands: Hands) -> None:
    hands.press("We are both here").enter("first lamp").enter("second lamp").press("Go to this one")
