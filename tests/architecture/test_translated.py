"""Every word that a person reads goes through gettext, as a literal that a translator's tools can find."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2] / "workbook"
ROOMS = ("screens", "ui", "couple", "content/steps", "content/fields", "content/feelings.py", "content/days.py")
"""Where words for people stand; what the command line says is in English, as its commands are."""

PAPER = "report"
"""The words of the format stand here between ours: only more than one word is looked at, and `test_languages` reads the pages."""

FOR_PROGRAMS = ("growing.py", "lettering.py", "fillable.py")
"""What stands in these is read by other programs alone."""

NOT_FOR_PEOPLE = {
    "List Bullet": "the name of a style",
    "Table Grid": "the name of a style",
    "/Artifact BMC": "how a page says that something is decoration",
    "notes.json": "a file's name",
    "notes.md": "a file's name",
    "notes.pdf": "a file's name",
    "pages.pdf": "a file's name",
    "Markdown (*.md)": "the name of a format",
    "Robin": "a name in the preview, of nobody",
    "Kim": "a name in the preview, of nobody",
    "Workbook": "the window's neutral title (G10)",
    "Notes": "the neutral name of what is printed (G10)",
    "Fusion": "the name of Qt's own style",
    "Space": "a key, as the toolkit spells it",
    "Atkinson Hyperlegible": "the name of a typeface",
    "your partner": "stands in for a name in a pack's text, which has a language of its own",
}
"""What looks like words and is not for people to read, or not ours to translate, each with the reason."""

ERRORS = ("RuntimeError", "TypeError", "ValueError", "KeyError", "Refused", "LookupError", "OSError")
"""What is said to these is for whoever mends the program; nobody else sees it."""

_LOOKS_LIKE_WORDS = re.compile(r"[A-Za-z]{2,}[ .,:;!?…]+[A-Za-z]|[A-Z][a-z]+[.!?…:]?")
_MARKUP = re.compile(r"<[^>]*$|^[\w-]+: ?[\w#.%-]+;?$|style=")
_SAMPLES = ("sample", "SAMPLE_WORDS")
"""Made-up answers, which are in several languages on purpose."""


def files() -> Iterator[Path]:
    """Every file in which words for people stand."""
    for room in ROOMS:
        yield from [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))


def passed_over(tree: ast.Module) -> set[int]:
    """What is not for people by its place: docstrings, what errors are told, samples, exports, patterns, translated words."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as said):
                found.add(id(said))
            case ast.Call(func=ast.Name(id="_" | "gettext" | "ngettext")):
                found |= inside(node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                found |= inside(node)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in ERRORS:
                found |= inside(node)
            case ast.FunctionDef(name=name) if name in _SAMPLES:
                found |= inside(node)
            case ast.Assign(targets=[ast.Name(id=name)]) if name in (*_SAMPLES, "__all__"):
                found |= inside(node)
            case ast.Subscript(value=ast.Name(id="Literal")) | ast.AnnAssign(simple=0):
                found |= inside(node)
    return found


def inside(node: ast.AST) -> set[int]:
    """A node and everything in it."""
    return {id(each) for each in ast.walk(node)}


def untranslated(code: str) -> list[str]:
    """The words in some code that no translator would get to see."""
    tree = ast.parse(code)
    passed = passed_over(tree)
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in passed)
    return [
        f"{node.lineno}: {node.value!r}"
        for node in texts
        if isinstance(node.value, str)
        and (_LOOKS_LIKE_WORDS.search(node.value) if " " in node.value else _LOOKS_LIKE_WORDS.fullmatch(node.value))
        and not _MARKUP.search(node.value)
        and node.value not in NOT_FOR_PEOPLE
    ]


def hidden(code: str) -> list[int]:
    """The lines on which something else than a literal is translated: no tool would find its words."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    return [
        node.lineno
        for node in calls
        if isinstance(node.func, ast.Name)
        and node.func.id in ("_", "gettext")
        and not (len(node.args) == 1 and isinstance(node.args[0], ast.Constant))
    ]


def test_every_word_that_a_person_reads_can_be_translated() -> None:
    found = {path.relative_to(ROOT).as_posix(): untranslated(path.read_text("utf-8")) for path in files()}
    assert {name: words for name, words in found.items() if words} == {}


def test_every_word_that_a_person_reads_on_paper_can_be_translated() -> None:
    pages = [path for path in sorted((ROOT / PAPER).glob("*.py")) if path.name not in FOR_PROGRAMS]
    found = {path.name: untranslated(path.read_text("utf-8")) for path in pages}
    assert [(name, words) for name, all_ in found.items() for words in all_ if " " in words.split(": ", 1)[1]] == []


def test_what_is_translated_is_a_literal() -> None:
    everything = [*files(), *sorted((ROOT / PAPER).glob("*.py"))]
    found = {path.relative_to(ROOT).as_posix(): hidden(path.read_text("utf-8")) for path in everything}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_what_is_passed_over_is_still_there() -> None:
    everything = "\n".join(path.read_text("utf-8") for path in ROOT.rglob("*.py"))
    assert [words for words in NOT_FOR_PEOPLE if f'"{words}"' not in everything] == []


def test_this_test_finds_words_and_leaves_the_rest() -> None:
    assert untranslated('page.say("Take your time.")') == ["1: 'Take your time.'"]
    assert untranslated('button("Next")') == ["1: 'Next'"]
    assert untranslated('f"about {whole} minutes left"') == ["1: ' minutes left'"]
    assert untranslated('def f():\n    """Says it."""\n    return _("Take your time.")') == []
    assert untranslated('raise ValueError("no such step")') == []
    assert hidden("_(SAID)") == [1]
    assert hidden('_("Said")') == []
