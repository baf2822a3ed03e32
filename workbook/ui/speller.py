"""The Speller port: a process beside this one reads the dictionaries, so that the screen never waits for it, nor breaks with it."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

PATIENCE: Final = 8000
"""Milliseconds for an answer, opening the largest dictionary included; whatever takes longer is ended, and not asked again."""


class ProcessSpeller(QObject):
    """Starts with the first question and ends with `rest()`; one that broke stays silent until then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._broken = False
        self._asked: deque[Callable[[Any], None]] = deque()
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._on_broken)

    @property
    def busy(self) -> bool:
        """Whether something was asked and not answered yet."""
        return bool(self._asked)

    def found(self, then: Callable[[Mapping[str, str]], None]) -> None:
        """The dictionaries there are."""
        self._ask(lambda names: then({name: _called(name) for name in names or ()}), "found")

    def open(self, wishes: tuple[str, ...], then: Callable[[str], None]) -> None:
        """Open the one that suits best; of one language that of this country."""
        here = QLocale().name()
        nearer = [here for wish in wishes if wish == here.partition("_")[0]]
        self._ask(lambda name: then(name or ""), "open", *nearer, *wishes)

    def unknown(self, words: tuple[str, ...], then: Callable[[frozenset[str]], None]) -> None:
        """Which of these words are not in it."""
        self._ask(lambda unknown: then(frozenset(unknown or ())), "unknown", *words)

    def instead(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """A few words that are near."""
        self._ask(lambda near: then(tuple(near or ())), "instead", word)

    def rest(self) -> None:
        """End the process, and with it everything it was asked."""
        self._asked.clear()
        self._broken = False
        self._end()

    def close(self) -> None:
        """Let go of it, and wait until it is gone."""
        process = self._process
        self.rest()
        if process is not None:
            process.waitForFinished(1000)

    def _ask(self, then: Callable[[Any], None], what: str, *details: str) -> None:
        if self._broken:
            QTimer.singleShot(0, self, lambda: then(None))
            return
        self._asked.append(then)
        if self._process is None:
            self._process = self._begin()
        self._process.write(json.dumps([what, *details]).encode("ascii") + b"\n")
        self._late.start()

    def _begin(self) -> QProcess:
        from PySide6.QtCore import QProcess  # no first page asks

        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answer)
        process.finished.connect(process.deleteLater)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_finished)
        process.start(sys.executable, ["-P", "-m", "workbook.spelling"])
        return process

    def _on_answer(self) -> None:
        while self._process is not None and self._process.canReadLine() and self._asked:
            answer = _read(bytes(self._process.readLine().data()))
            if answer is None:
                self._on_broken()
                return
            if len(self._asked) == 1:
                self._late.stop()
            self._asked.popleft()(answer)

    def _on_finished(self, *_how: object) -> None:
        if self._process is not None and self.sender() is self._process:
            self._on_broken()

    def _on_broken(self) -> None:
        """It ended by itself, or takes too long: what is open is answered with nothing, and nothing more is asked."""
        self._broken = True
        self._end()
        while self._asked:
            self._asked.popleft()(None)

    def _end(self) -> None:
        self._late.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()


def _read(line: bytes) -> str | list[str] | None:
    """An answer, or nothing where what came is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    words = found if isinstance(found, list) else [found]
    return found if all(isinstance(word, str) for word in words) else None


def _called(name: str) -> str:
    """What a dictionary is called in its own language, such as "British English"; its name where Qt does not know it."""
    locale = QLocale(name)
    if locale.language() == QLocale.Language.C:
        return name
    language = locale.nativeLanguageName() or name
    land = locale.nativeTerritoryName() if "_" in name else ""
    return f"{language} ({land})" if land else language
