"""What is made from packs and types is up to date and true: the schemas, the tables, the examples that teach an author."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.content.good import GOOD, PACK
from workbook.content.compose import Bare, keys_of
from workbook.content.exercise import Exercise
from workbook.content.guide import BEGIN, END, filled, tables
from workbook.content.made import made
from workbook.content.pack import Imprint, bind, read_exercise
from workbook.content.reader import read
from workbook.content.schema import about, schemas
from workbook.content.step import Step
from workbook.content.steps import kinds
from workbook.paths import resources

CHECKS = {name: Draft7Validator(json.loads(schema)) for name, schema in schemas().items()}
SHIPPED = [
    *(("exercise.json", path) for path in sorted((resources() / "packs").glob("*/*.yaml")) if path.name != "pack.yaml"),
    *(("pack.json", path) for path in sorted((resources() / "packs").glob("*/pack.yaml"))),
    *(("journey.json", path) for path in sorted((resources() / "journeys").glob("*.yaml"))),
]
README = (resources() / "packs" / "README.md").read_text("utf-8")


def as_editors_read(value: Any) -> Any:
    """Plain data as an editor's YAML has it, which knows no words without quotes that look like numbers."""
    if isinstance(value, dict):
        return {key: as_editors_read(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [as_editors_read(inside) for inside in value]
    if isinstance(value, Bare):
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
            return json.loads(value)
        return value == "true" if value in ("true", "false") else str(value)
    return value


def complaints(schema: str, text: str) -> list[str]:
    """What an editor with this schema would underline."""
    return [error.message for error in CHECKS[schema].iter_errors(as_editors_read(read(text.encode(), "f.yaml").plain))]


def examples() -> Iterator[str]:
    """The pieces of YAML in the README."""
    yield from re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def test_what_is_made_is_up_to_date() -> None:
    stale = [path.name for path, data in made(resources()).items() if path.read_bytes() != data]
    assert not stale, "Stale: `make index` writes them anew."


@pytest.mark.parametrize("name", CHECKS)
def test_a_schema_is_a_schema_and_looks_nothing_up(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schemas()[name]))
    assert b"http" not in schemas()[name]
    assert all(reference.startswith("#/definitions/") for reference in re.findall(r'"\$ref": "([^"]*)"', schemas()[name].decode()))


@pytest.mark.parametrize(("schema", "path"), SHIPPED, ids=lambda given: given.stem if isinstance(given, Path) else None)
def test_every_file_that_ships_fits_its_schema(schema: str, path: Path) -> None:
    assert complaints(schema, path.read_text("utf-8")) == []


def test_what_check_pack_takes_no_editor_underlines() -> None:
    assert complaints("exercise.json", GOOD.replace("title: The kettle\n", "title: 1984\n")) == []
    assert complaints("pack.json", PACK) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("edition: 1", "edition: one"),
        ("edition: 1\n", ""),
        ("purpose:", "purpos:"),
        ("intensity: high", "intensity: higher"),
        ("  - apart:", "  - aprt:"),
        ("kind: calm", "kind: clam"),
        ("hint: Like", "hnt: Like"),
        ("places: [{id: chest, text: Chest}, {id: legs, text: Legs}]", "places: [chest, legs]"),
        ("show_when: {ref: move, equals: far}", "show_when: move"),
        ("low_label: Cool", "loww_label: Cool"),
        ("long: true", "long: yes"),
        ("draws: {cue: cue, move: move, under: layers}", "draws: {cue: cue}"),
        ("[{id: seldom, text: Seldom, points: 0}", "[{id: seldom, text: Seldom}"),
    ],
)
def test_an_editor_underlines_what_does_not_fit_the_shape(old: str, new: str) -> None:
    assert old in GOOD
    assert complaints("exercise.json", GOOD.replace(old, new, 1))


def test_the_tables_name_every_kind_and_every_key() -> None:
    text = tables()
    for kind in (Exercise, Imprint, Step, *kinds().values()):
        assert all(f"`{key}`" in text for key in keys_of(kind))
    assert all(f"| `{name}` |" in text for name in kinds())


def test_a_key_is_told_in_the_words_of_its_docstring() -> None:
    assert about(kinds()["speak"], "seconds") == "`seconds` is for one turn."
    assert about(kinds()["speak"], "hint") == "`hint` stands small below it."
    assert about(kinds()["speak"], "id") == ""


def test_only_what_stands_between_the_two_lines_is_made() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert filled(page) == f"before\n{BEGIN}\n\n{tables()}\n{END}\nafter\n"
    assert filled(filled(page)) == filled(page)


def test_the_examples_that_teach_an_author_have_no_fault() -> None:
    exercise, pack = (example.encode() for example in examples())
    made_up = bind({"the-kettle.yaml": exercise, "pack.yaml": pack}, "kitchen", "kitchen")
    assert [each.id for each in made_up.exercises] == ["the-kettle"]
    assert len(exercise.splitlines()) <= 30


def test_the_limits_that_an_author_is_told_are_the_limits() -> None:
    from workbook.content.pack import FILES, PACK_BYTES
    from workbook.content.reader import DEPTH, FILE_BYTES, TEXT_LENGTH

    said = f"more than {FILES} files, {PACK_BYTES // 1024**2} MB, {FILE_BYTES // 1024} KB a file, {DEPTH} levels, {TEXT_LENGTH:,}"
    assert said in README


def test_every_command_that_an_author_is_told_is_there() -> None:
    from workbook.cli import main

    for command in sorted(set(re.findall(r"^couples-workbook ([a-z-]+)", README, re.MULTILINE))):
        with pytest.raises(SystemExit) as caught:
            main([command, "--help"])
        assert caught.value.code == 0, command


@pytest.mark.parametrize("path", sorted((resources() / "new-pack").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_pack_to_begin_with_fits_its_schema(path: Path) -> None:
    assert complaints("pack.json" if path.name == "pack.yaml" else "exercise.json", path.read_text("utf-8")) == []


def test_the_exercise_to_begin_with_speaks_of_every_key() -> None:
    path = resources() / "new-pack" / "first-exercise.yaml"
    text = path.read_text("utf-8")
    read_exercise(path)
    assert [key for key in (*keys_of(Exercise), *keys_of(Step)) if not re.search(rf"\b{key}:", text)] == []
    assert [key for key in keys_of(Imprint) if not re.search(rf"\b{key}:", path.with_name("pack.yaml").read_text("utf-8"))] == []
    assert [name for name in kinds() if not re.search(rf"\b{name}\b", text)] == []
