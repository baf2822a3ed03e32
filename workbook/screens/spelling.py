"""Spelling on one's own pages: what is looked up and what is not, and the words a person keeps, in their own space alone.

At the table nothing is marked: nobody's spelling is shown up in front of the other.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from gettext import gettext as _
from typing import Final

from msgspec.structs import replace

from workbook.couple.habits import OFF, SPELLING
from workbook.couple.people import PersonId
from workbook.couple.ports import Notebook, Speller
from workbook.language import spoken
from workbook.screens.hall import Outside
from workbook.screens.row import Row

KEPT: Final = "kept-words"
"""A private setting: the words a person keeps, as a JSON list."""
MOST_KEPT, LONGEST, ENOUGH, REMEMBERED = 2000, 40, 4, 20_000

_LETTER = "[^\\W\\d_][\u0300-\u036f]*"
_WORD = re.compile(f"(?<![\\w@/.])(?:{_LETTER})+(?:['’](?:{_LETTER})+)*(?![\\w@/]|\\.\\w|['’]\\w|:/)")


def words_in(text: str, names: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """The words that are looked up, each with its place: none in capitals, none with a number or in an address, no name."""
    for found in _WORD.finditer(text):
        word = found.group()
        bare = word.casefold()
        owned = re.sub("['’]s?$", "", bare)
        if 1 < len(word) <= LONGEST and not word.isupper() and bare not in names and owned not in names:
            yield found.start(), word


def as_asked(word: str) -> str:
    """A word as dictionaries write it."""
    return unicodedata.normalize("NFC", word.replace("’", "'"))


class Spelling:
    """One person's own; it wakes with the first words that are to be looked at, and `rest()` forgets all of them."""

    def __init__(self, me: PersonId, notebook: Notebook, outside: Outside) -> None:
        self._me, self._notebook, self._jobs, self._speller = me, notebook, outside.jobs, outside.speller
        self._names: frozenset[str] = frozenset()
        self._kept: frozenset[str] = frozenset()
        self._known: dict[str, bool] = {}
        self._awake = self._on = False
        self._waiting: Callable[[], None] | None = None

    def words_in(self, text: str) -> Iterator[tuple[int, str]]:
        """The words of a text that are looked up, each with its place."""
        return words_in(text, self._names)

    def look(self, text: str, then: Callable[[frozenset[str]], None]) -> None:
        """The words of a text that are not in the dictionary; none where most of it is another language."""
        if not self._awake:
            self._awake, self._waiting = True, lambda: self.look(text, then)
            self._jobs.run(self._settings_and_names, self._begin, lambda _error: None)
        elif self._waiting is not None:
            self._waiting = lambda: self.look(text, then)  # until it is open, the last words alone wait for it
        elif self._on:
            self._look_up([word for _at, word in self.words_in(text)], then)
        else:
            then(frozenset())

    def instead(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """What it may have been meant to be."""
        self._speller.instead(as_asked(word), then)

    def keeps(self, word: str) -> bool:
        """Whether this person keeps a word."""
        return as_asked(word).casefold() in self._kept

    def keep(self, word: str, then: Callable[[], None]) -> None:
        """Keep a word, for this person alone: it is not marked any more."""
        self._hold(self._kept | {as_asked(word).casefold()}, then)

    def let_go(self, word: str, then: Callable[[], None]) -> None:
        """Keep it no longer."""
        self._hold(self._kept - {as_asked(word).casefold()}, then)

    def rest(self) -> None:
        """Forget everything; the next words wake it again."""
        self._awake = self._on = False
        self._waiting = None
        self._known.clear()
        self._kept = frozenset()
        self._speller.rest()

    def _settings_and_names(self) -> tuple[Mapping[str, str], tuple[str, ...]]:
        people = self._notebook.shared().people()
        return self._notebook.space(self._me).settings(), tuple(person.name for person in people)

    def _begin(self, found: tuple[Mapping[str, str], tuple[str, ...]]) -> None:
        if not self._awake:
            return
        settings, names = found
        self._names = frozenset(part.casefold() for name in names for part in (name, *name.split()))
        self._kept = kept(settings)
        picked = settings.get(SPELLING, "")
        if picked == OFF:
            self._ready("")
        else:
            self._speller.open((picked or spoken(),), self._ready)

    def _ready(self, name: str) -> None:
        self._on = bool(name)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _look_up(self, words: list[str], then: Callable[[frozenset[str]], None]) -> None:
        new = tuple({as_asked(word) for word in words} - self._known.keys())

        def answered(unknown: frozenset[str]) -> None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known.update((word, word not in unknown) for word in new)
            then(self._strange(words))

        if new:
            self._speller.unknown(new, answered)
        else:
            then(self._strange(words))

    def _strange(self, words: list[str]) -> frozenset[str]:
        strange = [word for word in words if not self._known.get(as_asked(word), True)]
        if len(words) >= ENOUGH and len(strange) * 2 > len(words):
            return frozenset()
        return frozenset(word for word in strange if not self.keeps(word))

    def _hold(self, words: frozenset[str], then: Callable[[], None]) -> None:
        if len(words) > MOST_KEPT:
            return
        self._kept = words
        value = json.dumps(sorted(self._kept), ensure_ascii=False)
        self._jobs.run(lambda: self._notebook.space(self._me).set(KEPT, value), lambda _none: then(), lambda _error: None)


def kept(settings: Mapping[str, str]) -> frozenset[str]:
    """The words a person keeps."""
    return frozenset(json.loads(settings.get(KEPT, "[]")))


def looking() -> Row:
    """The setting, until it is known which dictionaries there are."""
    line = _("Looking for the dictionaries of this computer …")
    return Row(key=SPELLING, title=_("Spelling"), line=line, options=((OFF, _("Off")),), picked=OFF)


def row(found: Mapping[str, str], settings: Mapping[str, str]) -> Row:
    """The setting, with the dictionaries there are to pick from."""
    picked = settings.get(SPELLING, "")
    line = _("On your own pages a wavy line marks a word the dictionary lacks, and F7 goes to the next.")
    if not found:
        line = _("No dictionary was found on this computer, so no word is marked.")
    options = ((OFF, _("Off")), *found.items())
    return Row(key=SPELLING, title=_("Spelling"), line=line, options=options, picked=picked if picked in found else OFF)


def tried(speller: Speller, before: Row, settings: Mapping[str, str], then: Callable[[Row], None]) -> None:
    """The setting again, once it is known whether the dictionary in question can be used."""
    picked, found = settings.get(SPELLING, ""), dict(before.options[1:])
    whole = row(found, settings)

    def opened(name: str) -> None:
        unusable = _("No dictionary here could be used for this language, so no word is marked.")
        then(replace(whole, picked=name) if name else replace(whole, line=unusable))

    if picked == OFF or not found:
        then(whole)
    else:
        speller.open((picked or spoken(),), opened)
