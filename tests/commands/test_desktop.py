"""What puts the program into a desktop's menu and its manual: it validates, says nothing of couples, and comes with the program."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from workbook import __version__
from workbook.cli import _parser
from workbook.paths import resources

DESKTOP = resources() / "desktop"
ENTRY, ABOUT, MANUAL = DESKTOP / "workbook.desktop", DESKTOP / "local.workbook.app.metainfo.xml", DESKTOP / "couples-workbook.1"
GIVES_AWAY = re.compile(r"couple|partner|relationship|therap|marriage|love", re.IGNORECASE)


def run(*command: str) -> str:
    """What a checking tool has to say; skipped where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env={"PATH": "/usr/bin:/bin"})
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def test_the_desktop_file_validates() -> None:
    assert run("desktop-file-validate", str(ENTRY)) == ""


def test_the_metainfo_validates() -> None:
    run("appstreamcli", "validate", "--no-net", str(ABOUT))


def test_the_manual_page_is_set_without_a_warning() -> None:
    assert run("groff", "-man", "-Tascii", "-ww", "-z", str(MANUAL)) == ""


def test_g10_what_a_menu_shows_says_nothing_of_couples() -> None:
    shown = [line for line in ENTRY.read_text("utf-8").splitlines() if not line.startswith("Exec=")]
    about = [part.text or "" for part in Xml.parse(ABOUT).iter() if part.tag != "binary"]
    assert [words for words in shown + about if GIVES_AWAY.search(words)] == []


def test_the_manual_names_every_command_and_option_there_is() -> None:
    manual = MANUAL.read_text("utf-8").replace("\\-", "-")
    known = _parser().format_usage() + _parser().format_help()
    for word in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", known)) | set(re.findall(r"^    ([a-z-]+) ", known, re.MULTILINE)):
        assert word in manual, f"the manual does not tell of {word}"
    assert f"couples-workbook {__version__}" in manual


def test_the_icon_the_menu_asks_for_is_there() -> None:
    (name,) = re.findall(r"^Icon=(.+)$", ENTRY.read_text("utf-8"), re.MULTILINE)
    assert (Path(resources()) / "icons" / f"{name}.svg").is_file()
