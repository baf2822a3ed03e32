"""What puts the program into a desktop's menu and its manual: it validates, says nothing of couples, and comes with the program."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from workbook.cli import _parser, main
from workbook.manual import manual
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


def test_the_manual_says_what_the_commands_say_of_themselves() -> None:
    stale = "Stale: `make index` writes it anew."
    assert MANUAL.read_text("utf-8") == manual(), stale


def test_the_manual_has_every_option_and_example_of_each_help(capsys: pytest.CaptureFixture[str]) -> None:
    manual = MANUAL.read_text("utf-8").replace("\\-", "-")
    commands = re.findall(r"^    ([a-z-]+) ", _parser().format_help(), re.MULTILINE)
    assert len(commands) >= 7
    for command in ("", *commands):
        with pytest.raises(SystemExit):
            main([*command.split(), "--help"])
        said = capsys.readouterr().out
        examples = re.findall(r"^(?:example:|  (?=couples-workbook)) ?(.+)$", said, re.MULTILINE)
        assert len(examples) == (1 if command else len(commands))
        for word in {*examples, *re.findall(r"(?<![\w-])--[a-z][a-z-]+", said)}:
            assert word in manual, f"the manual does not tell of {word}"


def test_the_icon_the_menu_asks_for_is_there() -> None:
    (name,) = re.findall(r"^Icon=(.+)$", ENTRY.read_text("utf-8"), re.MULTILINE)
    assert (Path(resources()) / "icons" / f"{name}.svg").is_file()
