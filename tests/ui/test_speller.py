"""The process that reads dictionaries: asked and answered without waiting, ended at any time, and harmless when it breaks."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.spelling import tiny
from workbook.ui.speller import ProcessSpeller

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


@pytest.fixture
def speller(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProcessSpeller]:
    """One on a computer with a single small dictionary."""
    pytest.importorskip("hunspell", reason="no wheel of it for this computer")
    tiny.write(tmp_path / "dictionaries")
    monkeypatch.setenv("DICPATH", str(tmp_path / "dictionaries"))
    made = ProcessSpeller()
    yield made
    made.close()


def told(qtbot: QtBot, ask: Callable[[Callable[[Any], None]], None]) -> Any:
    """What is answered, in a while."""
    answers: list[Any] = []
    ask(answers.append)
    assert not answers, "nobody waits for an answer"
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def opened(speller: ProcessSpeller, qtbot: QtBot) -> QProcess:
    assert told(qtbot, lambda then: speller.open(("en",), then)) == "en_GB"
    assert speller._process is not None
    return speller._process


def test_it_answers_in_order_while_the_screen_goes_on(speller: ProcessSpeller, qtbot: QtBot) -> None:
    assert told(qtbot, speller.found) == {"en_GB": "British English (United Kingdom)"}
    assert told(qtbot, lambda then: speller.unknown(("smal",), then)) == frozenset()
    opened(speller, qtbot)
    assert told(qtbot, lambda then: speller.unknown(("smal", "small", "dishes"), then)) == {"smal"}
    assert "small" in told(qtbot, lambda then: speller.instead("smal", then))
    assert not speller.busy


def test_once_it_rests_it_is_gone_with_every_question(speller: ProcessSpeller, qtbot: QtBot) -> None:
    process = opened(speller, qtbot)
    speller.unknown(("smal",), lambda _words: pytest.fail("nobody wants to know any more"))
    began = time.monotonic()
    speller.rest()
    assert time.monotonic() - began < 0.05, "the cover does not wait for it (G9)"
    assert not speller.busy
    with qtbot.waitSignal(process.finished, timeout=5000):
        pass


def test_after_a_rest_it_begins_anew(speller: ProcessSpeller, qtbot: QtBot) -> None:
    opened(speller, qtbot)
    speller.rest()
    assert told(qtbot, lambda then: speller.unknown(("smal",), then)) == frozenset(), "it has nothing open"
    opened(speller, qtbot)
    assert told(qtbot, lambda then: speller.unknown(("smal",), then)) == {"smal"}


@unix
def test_one_that_is_killed_answers_with_nothing_and_stays_silent(speller: ProcessSpeller, qtbot: QtBot) -> None:
    process = opened(speller, qtbot)
    os.kill(process.processId(), signal.SIGKILL)
    assert told(qtbot, lambda then: speller.unknown(("smal",), then)) == frozenset()
    assert told(qtbot, speller.found) == {}
    assert speller._process is None, "it is not started over and over"


@unix
def test_one_that_hangs_is_ended(speller: ProcessSpeller, qtbot: QtBot) -> None:
    process = opened(speller, qtbot)
    speller._late.setInterval(200)
    os.kill(process.processId(), signal.SIGSTOP)
    assert told(qtbot, lambda then: speller.instead("smal", then)) == ()
    assert told(qtbot, lambda then: speller.unknown(("smal",), then)) == frozenset()


@unix
@pytest.mark.parametrize("answer", ["{", r"\377\376", "5", "null", "[[1]]", '{"a": 1}', "[" * 60_000], ids=range(7))
def test_what_is_no_answer_ends_it(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    (tmp_path / "answer").write_text(answer)
    other = tmp_path / "other"
    other.write_text(f"#!/bin/sh\nread asked\nprintf '%b\\n' \"$(cat {tmp_path / 'answer'})\"\nread asked\n")
    other.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(other))
    strange = ProcessSpeller()
    answers: list[Any] = []
    for _ask in range(2):
        strange.unknown(("smal",), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=5000)
    assert answers == [frozenset(), frozenset()]
    assert strange._process is None
    qtbot.waitUntil(lambda: not strange.findChildren(QProcess))


def test_where_it_cannot_begin_there_is_no_dictionary(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/at/all")
    lost = ProcessSpeller()
    assert told(qtbot, lost.found) == {}
    lost.close()


@unix
def test_g15_its_process_leaves_no_core_and_has_no_words_among_its_arguments(speller: ProcessSpeller, qtbot: QtBot) -> None:
    if not Path("/proc/self/limits").exists():
        pytest.skip("a computer that does not show this")
    process = opened(speller, qtbot)
    told(qtbot, lambda then: speller.unknown(("canaryword",), then))
    about = Path(f"/proc/{process.processId()}")
    limits = {line[:25].strip(): line[26:].split()[0] for line in about.joinpath("limits").read_text().splitlines()}
    assert limits["Max core file size"] == "0"
    assert int(limits["Max address space"]) <= 1 << 30
    assert b"canary" not in about.joinpath("cmdline").read_bytes() + about.joinpath("environ").read_bytes()
    kept_open = [os.readlink(each) for each in about.joinpath("fd").iterdir()]
    assert not [place for place in kept_open if place.startswith("/") and not place.startswith("/dev/")], kept_open
