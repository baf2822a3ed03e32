"""Everything of one's own as Markdown, to read or to carry elsewhere: each question with what was said to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from workbook.content import days
from workbook.content.blocks import Bar, Block, Listing, Said, Table, plain
from workbook.content.step import Answer, Step
from workbook.couple.belongings import Belongings, Kept
from workbook.couple.beside import mark_words
from workbook.couple.sitting import personal

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def as_markdown(mine: Belongings) -> str:
    """The pages; what Markdown has no character for (a zero byte, half a surrogate pair) stands as U+FFFD."""
    parts = [f"# {_('Everything of mine')}", _("My own words, and what we both said together.")]
    for one in mine.kept:
        parts.extend(_sitting(one))
    if mine.exports:
        parts.append(f"## {_('What I put on paper')}")
        left = ((days.shown(line.when[:10]), escaped(line.what), escaped(line.to)) for line in mine.exports)
        parts.append("\n".join(f"- {day}: {what} → {to}" for day, what, to in left))
    return _UNWRITABLE.sub("\ufffd", "\n\n".join(parts) + "\n")


def escaped(text: str) -> str:
    """Words that a person typed, so that they show exactly as typed."""
    return _START.sub(lambda found: f"{found[1]}\\{found[2]}", _MARKS.sub(r"\\\1", text))


def _sitting(one: Kept) -> Iterator[str]:
    yield f"## {escaped(one.sitting.exercise.title)}"
    yield escaped(one.sitting.exercise.purpose)
    said = {**one.answers, **one.together}
    for step in one.sitting.exercise.steps():
        if step.id in said or step.id in one.later() or step.id in one.marks():
            yield from _step(personal(step, _("you"), None), said.get(step.id), one)


def _step(step: Step, answer: Answer | None, one: Kept) -> Iterator[str]:
    yield f"### {escaped(step.title)}"
    yield step.ask
    marks = {
        _("You both said this."): one.together.keys(),
        _("Held back."): one.held,
        _("Put aside for the two of you, not opened yet."): one.sealed - one.held,
        _("Opened to you both."): one.opened,
    }
    yield from (f"*{words}*" for words, steps in marks.items() if step.id in steps)
    yield from (_block(block) for block in step.show(answer))
    if mark := one.marks().get(step.id):
        yield _("*My mark on what the other said: {mark}*").replace("{mark}", mark_words(mark))
    for thought in one.later().get(step.id, []):
        yield f"#### {_('A later thought')}"
        yield _quoted(thought["words"])


def _block(block: Block) -> str:
    label = getattr(block, "label", "")
    head = f"{escaped(label)}\n\n" if label else ""
    match block:
        case Said(text=text):
            return head + _quoted(text)
        case Bar(value=value, low=low, high=high, low_label=least, high_label=most):
            scale = f"{low} {escaped(least)} – {high} {escaped(most)}"
            return head + (f"{value} ({scale})" if value is not None else _quoted(None))
        case Listing(picked=picked, own=own):
            return head + ("\n".join(f"- {_on_one_line(item)}" for item in picked + own) or _quoted(None))
        case Table(header=header, rows=rows):
            lines = [header, tuple("---" for _cell in header), *rows]
            return "\n".join(
                f"| {' | '.join(cell if cell == '---' else _on_one_line(cell or '') for cell in line)} |" for line in lines
            )
        case _:
            return _quoted(plain((block,)))


def _quoted(text: str | None) -> str:
    return "\n".join(f"> {line}" for line in escaped(text).splitlines()) if text else _("*left open*")


def _on_one_line(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
