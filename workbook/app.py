"""The composition root: the one file that knows every package. It reads like the story of start-up."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from workbook import paths
from workbook.content.library import Library
from workbook.couple.habits import LANGUAGE
from workbook.couple.ports import Notebook, Notebooks, Printer
from workbook.language import speak
from workbook.screens.flow import Flow
from workbook.screens.hall import Outside
from workbook.screens.screen import Screen
from workbook.storage.locallines import FileLines
from workbook.storage.notebooks import FolderNotebooks
from workbook.ui.clock import ScreenClock
from workbook.ui.crash import CrashHandler
from workbook.ui.jobs import ScreenJobs
from workbook.ui.looks import ScreenLooks
from workbook.ui.speller import ProcessSpeller
from workbook.ui.theme import Theme
from workbook.ui.watch import Watch
from workbook.ui.window import Window

if TYPE_CHECKING:
    from workbook.content.blocks import Block
    from workbook.content.exercise import Exercise
    from workbook.content.helplines import HelpPage
    from workbook.content.journey import Journey
    from workbook.couple.paper import Form, Made, Paging, Picture, Sheet
    from workbook.couple.people import Person
    from workbook.ui.rubbish import Rubbish
    from workbook.ui.window import ViewMaker

VIEWS = {
    "WelcomeScreen": "welcome.WelcomeView",
    "SetupScreen": "setup.SetupView",
    "DoorScreen": "door.DoorView",
    "UnlockScreen": "unlock.UnlockView",
    "FirstTurnScreen": "unlock.FirstTurnView",
    "HomeScreen": "home.HomeView",
    "ExerciseScreen": "exercise.ExerciseView",
    "PaperScreen": "paper.PaperView",
    "SheetScreen": "paper.SheetView",
    "WalkScreen": "walk.WalkView",
    "OpeningScreen": "opening.OpeningView",
    "HandoverScreen": "handover.HandoverView",
    "TableScreen": "table.TableView",
    "RevealScreen": "reveal.RevealView",
    "NoticeScreen": "notice.NoticeView",
    "ReviewScreen": "review.ReviewView",
    "ExportScreen": "export.ExportView",
    "PauseScreen": "pause.PauseView",
    "HelpScreen": "help.HelpView",
    "CoverScreen": "cover.CoverView",
    "MySpaceScreen": "myspace.MySpaceView",
    "PrivacyScreen": "privacy.PrivacyView",
    "PassphraseScreen": "keys.PassphraseView",
    "CodeScreen": "keys.CodeView",
    "RecoverScreen": "keys.RecoverView",
    "PinScreen": "keys.PinView",
    "BackupsScreen": "backups.BackupsView",
    "LibraryScreen": "library.LibraryView",
    "JourneysScreen": "journeys.JourneysView",
    "PacksScreen": "packs.PacksView",
    "BelongingsScreen": "belongings.BelongingsView",
    "LeavingScreen": "leaving.LeavingView",
    "SplitScreen": "parting.SplitView",
    "RemoveScreen": "parting.RemoveView",
    "JoinScreen": "joining.JoinView",
    "BringScreen": "bringing.BringView",
    "LaterScreen": "later.LaterView",
    "SettingsScreen": "settings.SettingsView",
    "MomentsScreen": "moments.MomentsView",
    "BriefScreen": "brief.BriefView",
    "PapersScreen": "papers.PapersView",
    "MendScreen": "mend.MendView",
    "HoldScreen": "hold.HoldView",
    "ShortcutsScreen": "shortcuts.ShortcutsView",
    "PastScreen": "past.PastView",
    "ThreadScreen": "threads.ThreadView",
    "LoopsScreen": "threads.ThreadView",
    "PulseScreen": "threads.PulseView",
    "AgreedScreen": "agreed.AgreedView",
}
"""Which view shows which screen, each in `ui/views`."""

BEHIND = ("workbook.ui.views.cover", "workbook.storage.libraries", "workbook.storage.notebook", "workbook.screens.own")
"""What comes in behind the first page, while somebody looks at it: the cover must come at once, the rest when they come in."""


class NotedNotebooks(FolderNotebooks):
    """The notebooks of somebody who named no folder: where one was made or opened is noted, for the next start."""

    def create(self, folder: Path, people: tuple[Person, ...]) -> Notebook:
        """A new notebook, and a note of where it is."""
        made = super().create(folder, people)
        paths.remember_notebook(folder)
        return made

    def open(self, folder: Path) -> Notebook:
        """Open a folder, and note where it is."""
        opened = super().open(folder)
        paths.remember_notebook(folder)
        return opened


class LatePrinter:
    """The printer, whose libraries are brought in with the first page."""

    def __init__(self) -> None:
        self._printer: Printer | None = None

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """The characters that paper cannot show yet."""
        return self._real().unprintable(blocks)

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        """Write one PDF."""
        return self._real().write(title, blocks, target)

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging, *, cards: bool = False) -> Made:
        """Make a PDF in memory."""
        return self._real().make(title, blocks, paging, cards=cards)

    def picture(self, made: Made, page: int, width: int) -> Picture:
        """One page as it looks."""
        return self._real().picture(made, page, width)

    def text(self, made: Made, page: int) -> str:
        """The words of one page."""
        return self._real().text(made, page)

    def keep(self, made: Made, target: Path, passphrase: str | None = None) -> str:
        """Write this very PDF."""
        return self._real().keep(made, target, passphrase)

    def write_as(self, form: Form, blocks: tuple[Block, ...], target: Path, paging: Paging) -> str:
        """Write the same in another form."""
        return self._real().write_as(form, blocks, target, paging)

    def blank(self, exercises: tuple[Exercise, ...], sheet: Sheet, paging: Paging) -> Made:
        """Make exercises to be filled in."""
        return self._real().blank(exercises, sheet, paging)

    def _real(self) -> Printer:
        if self._printer is None:
            from workbook.ui.rubbish import lasting

            with lasting():
                from workbook.report.document import PdfPrinter  # ReportLab is not needed before the first page

                self._printer = PdfPrinter()
        return self._printer


def help_page() -> HelpPage:
    """The page of help lines, read when somebody asks for it."""
    from workbook.content import helplines  # yaml is not needed before

    return helplines.help_page(paths.resources() / "help-lines.yaml")


def journeys() -> tuple[Journey, ...]:
    """The paths that come with the program, read when somebody looks for one."""
    from workbook.content import journey  # as above

    return journey.read_journeys(paths.resources() / "journeys")


def invented(library: Library) -> Notebook:
    """The notebook of the invented couple, made for whoever would like to look round first; it is gone when it is closed."""
    from workbook.couple import looking_round  # few look round, and only once
    from workbook.couple.invented import invented
    from workbook.storage.passing import passing

    couple, today = invented(paths.resources() / "demo.yaml"), date.today()
    people = looking_round.people_of(couple)
    return passing(people, lambda notebook: looking_round.fill(notebook, couple, library.exercise, today))


def view_of(screen: type[Screen[Any]]) -> ViewMaker:
    """The view of a screen, brought in with the first screen of its kind."""
    module, view = VIEWS[screen.__name__].split(".")
    made: ViewMaker = getattr(import_module(f"workbook.ui.views.{module}"), view)
    return made


class App:
    """Everything that runs while the window is open; it closes in the reverse order of its making."""

    def __init__(
        self,
        folder: Path | None = None,
        documents: Path | None = None,
        notebooks: Notebooks | None = None,
        window: Window | None = None,
    ) -> None:
        self._folder = folder
        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        self.qt.setApplicationName(paths.PROGRAM)
        self.theme = Theme(self.qt, paths.resources() / "fonts")
        self.theme.apply(first=True)
        self.looks = ScreenLooks(self.theme, paths.looks())
        from_the_right = speak(paths.resources() / "locale", self.looks.now()[LANGUAGE.key])
        self.qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_the_right else Qt.LayoutDirection.LeftToRight)
        self.window = window or Window()
        self.jobs = ScreenJobs(self.window)
        self._rubbish: Rubbish | None = None
        self.clock = ScreenClock(self.window)
        self.speller = ProcessSpeller(self.window)
        library = Library(paths.resources() / "packs")
        outside = Outside(
            notebooks=notebooks or (FolderNotebooks(folder) if folder else NotedNotebooks(paths.usual_notebook())),
            library=library,
            journeys=journeys,
            helplines=help_page,
            local_lines=FileLines(paths.local_lines()),
            invented=lambda: invented(library),
            printer=LatePrinter(),
            looks=self.looks,
            speller=self.speller,
            jobs=self.jobs,
            clock=self.clock,
            documents=documents or Path.home(),
        )
        self.flow = Flow(self.window, outside)
        self.window.lead(self.flow, view_of, self.looks)
        self.window.on_closed = self.close
        self.watch = Watch(self.window, self.flow.knowing.now)
        self.crashes = CrashHandler(self.flow.bug, self.window)
        self.jobs.on_bug = self.crashes.tell

    def start(self, then: Callable[[], None] = lambda: None) -> None:
        """Show the first screen; everything heavy comes in behind it, and then calls `then`."""
        self.flow.start(None if self._folder else paths.chosen_notebook())
        self.window.show()
        self.window.when_painted(lambda: self._bring_in_the_rest(then))

    def close(self) -> None:
        """Let go of everything."""
        self.crashes.close()
        self.watch.close()
        self.clock.close()
        self.speller.close()
        self.jobs.close()
        if self._rubbish is not None:
            self._rubbish.close()

    def _bring_in_the_rest(self, then: Callable[[], None]) -> None:
        if self.window.view is None:  # whoever waits for the first page should not wait for what comes behind it
            self.window.when_painted(lambda: self._bring_in_the_rest(then))
            return

        def rest() -> None:
            self.theme.finish()  # first, since the other thread would slow it down
            if self.window.isVisible():  # not closed already
                self.jobs.run(bring_in, lambda _none: self._settle(then), lambda _error: self._settle(then))

        QTimer.singleShot(0, self.window, rest)  # after whatever else waits for this paint

    def _settle(self, then: Callable[[], None]) -> None:
        from workbook.ui.rubbish import Rubbish  # until now there was none

        self._rubbish = Rubbish(lambda: self.jobs.busy, self.window)
        self._rubbish.begin()
        then()


def bring_in() -> None:
    """Bring in what stands behind the first page, and remove the pages that a kill left on their way to a printer."""
    for name in BEHIND:
        import_module(name)
    from workbook.ui.parts.between import sweep

    sweep()


def run(window: Window, folder: Path | None = None) -> App:
    """Bring the app to a window that is on the screen already."""
    app = App(folder, window=window)
    app.start(settled)
    return app


def settled() -> None:
    """What start-up made lasts as long as the program: nobody need ever look through it for rubbish."""
    gc.freeze()
