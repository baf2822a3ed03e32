"""What the first window brings in: Qt, a little of ours, and nothing that takes long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = {"sqlalchemy", "alembic", "sqlcipher3", "sqlite3", "nacl", "reportlab", "pypdf", "pypdfium2", "yaml", "asyncio"}
BARE = "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; QApplication([]); QMainWindow().show()"
FIRST_PAINT = "import sys; from workbook.cli import main; main(['--self-test'])"
FIRST_PAGE = (
    "import sys; from pathlib import Path; from workbook.app import App; app = App(Path('none'));"
    "app.flow.start(); app.window.show(); app.qt.processEvents()"
)
LEADING_ON = {"workbook.screens.beginning", "workbook.screens.looking", "workbook.screens.walk", "workbook.screens.together"}
UNASKED = {"asyncio", "ssl", "email", "importlib.metadata", "sqlalchemy.orm", "sqlalchemy.dialects.sqlite.aiosqlite"}
MOST = 200
"""Modules at the first paint (performance.md); Python and Qt bring about 150 of them."""
MOST_BEHIND = 485
"""Modules once all is in that one's own page needs; about 470 when this was written."""
MOST_OF_OURS = 125
"""Modules the first page may bring beside those of a bare window; about 105 when this was written."""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, without a display."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)


def modules_after(code: str) -> set[str]:
    """What is imported once this has run."""
    done = run("-c", f"{code}; print('modules', *sys.modules)")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_the_self_test_says_how_long_the_first_paint_took() -> None:
    done = run("-m", "workbook", "--self-test")
    assert done.returncode == 0, done.stderr
    assert 0 < int(done.stdout) < 60_000


def test_at_the_first_paint_there_is_qt_and_hardly_anything_else() -> None:
    ours = modules_after(FIRST_PAINT)
    assert not {name.partition(".")[0] for name in ours} & (LATER | {"msgspec"})
    assert not ours & {"workbook.app", "PySide6.QtSvg"}
    assert len(ours) <= MOST, sorted(ours)


def test_the_first_page_comes_before_anything_heavy() -> None:
    bare, ours = modules_after(BARE), modules_after(FIRST_PAGE)
    assert not {name.partition(".")[0] for name in ours} & LATER
    assert "workbook.ui.views.welcome" in ours
    assert "workbook.screens.own" not in ours
    assert len(ours - bare) <= MOST_OF_OURS, sorted(ours - bare)


def test_the_first_page_brings_in_only_the_kinds_of_widget_that_it_shows() -> None:
    """One of Qt's own widgets given to Python, or an event filter on the application, and Python makes every kind there is."""
    kinds = "from PySide6.QtWidgets import QWidget; print('kinds', *(kind.__name__ for kind in QWidget.__subclasses__()))"
    done = run("-c", f"{FIRST_PAGE}; [app.qt.processEvents() for _ in range(9)]; app.window.view.take_focus(); {kinds}")
    assert done.returncode == 0, done.stderr
    came = set(done.stdout.splitlines()[-1].split()[1:])
    assert "QMainWindow" in came
    assert not came & {"QCalendarWidget", "QDialog", "QTabWidget", "QGroupBox"}


def test_the_doors_of_a_notebook_come_before_its_vaults_libraries(tmp_path: Path) -> None:
    folder = tmp_path / "notebook"
    create = f"FolderNotebooks(Path({str(folder)!r})).create(Path({str(folder)!r}), (Person('a', 'Ada', 'boat', 'sea'),)).close()"
    ours = "from workbook.couple.people import Person; from workbook.storage.notebooks import FolderNotebooks"
    names = f"import sys; from pathlib import Path; {ours}"
    assert run("-c", f"{names}; {create}").returncode == 0
    opened = f"FolderNotebooks(Path('none')).open(Path({str(folder)!r}))"
    came = modules_after(
        f"{names}; notebook = {opened}; notebook.doors(); notebook.unlocked(); notebook.lock_all(); notebook.close()"
    )
    assert not {name.partition(".")[0] for name in came} & LATER


def test_what_comes_in_behind_the_first_page_leaves_out_what_no_notebook_asks_for() -> None:
    behind = "from importlib import import_module; from workbook.app import BEHIND; [*map(import_module, BEHIND)]"
    came = modules_after(f"{FIRST_PAINT}; {behind}")
    assert "sqlalchemy.engine" in came
    assert not came & UNASKED
    assert not came & LEADING_ON
    assert len(came) <= MOST_BEHIND, sorted(came)


def test_what_was_left_out_is_there_for_whoever_asks() -> None:
    asks = "import asyncio; from importlib import metadata; from sqlalchemy.util import compat, concurrency"
    same = "concurrency.is_exit_exception(asyncio.TimeoutError()) and compat.importlib_metadata.version is metadata.version"
    late = "not concurrency.iscoroutine(1) and __import__('sqlalchemy.dialects.sqlite').dialects.sqlite.aiosqlite.dialect.is_async"
    done = run("-c", f"import workbook.storage.libraries; {asks}; print({same}, {late})")
    assert done.stdout.split() == ["True", "True"], done.stderr


def test_pyside_does_not_read_the_source_of_everything_imported_after_it() -> None:
    done = run(
        "-c", f"{FIRST_PAINT}; import linecache, workbook.app; print([name for name in linecache.cache if 'workbook' in name])"
    )
    assert done.stdout.splitlines()[-1] == "[]"
