"""Faulty packs and paths by the thousand: each is refused with file and line within a second, and nothing else suffers by it."""

from __future__ import annotations

import io
import os
import re
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from tests.content.good import GOOD, PACK, put_pack
from tests.content.mutants import mutants
from workbook.content.fault import Fault, Faulty
from workbook.content.journey import read_journey
from workbook.content.library import Library
from workbook.content.pack import bind, read_pack
from workbook.content.zipped import read_zip
from workbook.paths import resources

SECOND = 1.0
"""Of the processor, for one pack; an ordinary refusal takes a fiftieth of it."""

JOURNEY = """\
id: a-way
edition: 1
title: A way
about: Two small steps.
who: either
packs: [kitchen]
path:
  - do: {exercise: the-kettle, why: Begin small.}
  - rest: {days: 3, why: Let it settle.}
  - fork:
      id: which
      ask: Which way?
      ways:
        - {id: on, text: On}
        - {id: back, text: Back, path: [{do: {exercise: the-cup, why: Once more.}}]}
  - repeat: {times: 3, path: [{rest: {days: 7, why: A week.}}]}
"""

CALM = "{id: c, kind: calm, title: C, ask: C, low_label: L, high_label: H, suggestion: S}"


def refused(read: Callable[[], object]) -> tuple[Fault, ...]:
    """The faults of what must be refused, within a second."""
    began = time.process_time()
    with pytest.raises(Faulty) as caught:
        read()
    assert time.process_time() - began < SECOND
    assert caught.value.faults
    for fault in caught.value.faults:
        assert fault.line >= 1
        assert str(fault).isprintable()
        assert fault.found.endswith((".", "?"))
        assert fault.instead.endswith((".", "?"))
    return caught.value.faults


def judged(good: str, read: Callable[[bytes], object], file: str) -> int:
    """How many mutants of a good text were refused on the line that was damaged, or on that of the group around it."""
    wrong = []
    count = 0
    for mutant in mutants(good):
        faults = refused(partial(read, mutant.text.encode()))
        count += 1
        if not any(fault.file == file and fault.line in mutant.lines for fault in faults):
            wrong.append((mutant.done, sorted(mutant.lines), [*map(str, faults)]))
    assert wrong == []
    return count


def test_an_exercise_damaged_at_every_spot_is_refused_on_its_line() -> None:
    def read(data: bytes) -> object:
        return bind({"pack.yaml": PACK.encode(), "the-kettle.yaml": data}, "kitchen", "kitchen")

    assert judged(GOOD, read, "kitchen/the-kettle.yaml") > 1000


def test_a_pack_file_damaged_at_every_spot_is_refused_on_its_line() -> None:
    def read(data: bytes) -> object:
        return bind({"pack.yaml": data, "the-kettle.yaml": GOOD.encode()}, "kitchen", "kitchen")

    gated = PACK + "review: By somebody.\ngate: {is: Small things., is_not: A game., therapist_first: true}\n"
    assert judged(gated, read, "kitchen/pack.yaml") > 60


def test_a_path_damaged_at_every_spot_is_refused_on_its_line() -> None:
    read_journey(JOURNEY.encode(), "a-way.yaml")
    assert judged(JOURNEY, lambda data: read_journey(data, "a-way.yaml"), "a-way.yaml") > 100


BY_HAND = {
    "a kind that is not there": ("kind: calm", "kind: hypnosis", "`hypnosis`"),
    "shown after itself": ("show_when: {ref: move, equals: far}", "show_when: {ref: far-where, equals: far}", "`far-where`"),
    "shown after a later one": ("hint: Like a camera.}", "hint: Like a camera., show_when: {ref: move, equals: far}}", "`move`"),
    "shown after each other": (
        CUE := "hint: Like a camera.}",
        "hint: C, show_when: {ref: twin, below: 1}}\n"
        "      - {id: twin, kind: rate, title: T, ask: T, low_label: L, high_label: H, show_when: {ref: cue, below: 1}}",
        "`twin`",
    ),
    "a second look into a later step": ("of: unsent}", "of: again}", "`again`"),
    "an id twice": ("id: bits", "id: cue", "too"),
    "high without an end": (
        "{id: settle-alone, kind: settle, title: Settle, ask: Look round., ways: [Feel your feet.]}",
        "{id: end, kind: read, title: End, ask: The end.}",
        "does not end by settling",
    ),
    "high without a beginning": ("kind: calm\n", "kind: rate\n", "`suggestion`"),
    "two calm checks at the table": ("  - together:\n", f"  - together:\n      - {CALM}\n", "where both would see"),
    "a number beyond all": ("minutes: 2.5", f"minutes: {'9' * 4000}", "`minutes`"),
    "a number with a million": ("edition: 1", "edition: 1e1000000", "`edition`"),
    "not a number": ("minutes: 2.5", "minutes: .nan", "`.nan`"),
    "less than nothing": ("minutes: 2.5", "minutes: -0.5", "`-0.5`"),
    "infinity": ("minutes: 2.5", "minutes: .inf", "`.inf`"),
    "octal": ("edition: 1", "edition: 0o17", "`0o17`"),
    "sixty for a base": ("edition: 1", "edition: 1:30", "`1:30`"),
    "a merge key": ("edition: 1", "<<: {edition: 1}", "`<<`"),
    "a bell": ("What did you do?", "What did \x07you do?", "U+0007"),
    "an escape": ("What did you do?", "What did \x1b[2Jyou do?", "U+001B"),
    "a null": ("What did you do?", "What did \x00you do?", "U+0000"),
    "words turned around": ("What did you do?", "What did \u202eyou do?", "U+202E"),
    "words turned around within quotes": ("ask: What did you do?", 'ask: "What \\u2067did you do?"', "U+2067"),
    "a line end of another kind": ("ask: What did you do?", 'ask: "What \\u2028did you do?"', "U+2028"),
    "half a character": ("ask: What did you do?", 'ask: "What \\ud83d did"', "well-formed"),
    "a tag that would run": ("id: bits", "id: !!python/object/apply:os.system [id]", "tag"),
    "an alias to itself": ("ways: [Name five things.", "ways: &a [*a", "alias"),
    "a document after it": ("parts:\n", "...\n---\nparts:\n", "second document"),
    "a directive": ("id: the-kettle\n", "%YAML 1.1\n---\nid: the-kettle\n---\n", "second document"),
    "a key that is a list": ("title: The kettle\n", "[title]: The kettle\n", "This key is a list"),
    "too long a text": ("What did you do?", "What " * 4001, "longer than"),
    "deep lists": ("ways: [Name five things.", f"ways: [{'[' * 40}a{']' * 40}", "too deep"),
    "deep groups": ("ways: [Name five things.", f"ways: [{'{a: ' * 40}a{'}' * 40}", "too deep"),
    "a link to click": ("What did you do?", "See https://example.org", "markup"),
    "a script": ("What did you do?", "<script>alert(1)</script>", "markup"),
    "a password": ("What did you do?", "Share your password.", "`password`"),
    "braces of another language": ("What did you do?", '"{{ 7 * 7 }}"', "stands for nothing"),
    "what Python would fill in": ("What did you do?", '"{me.__class__}"', "stands for nothing"),
    "a way to nowhere": ("who: [each, alone]", "who: [nobody]", "`nobody`"),
    "nothing at all to do": ("parts:\n", "parts: []\nold:\n", "`old`"),
}
"""One wrong thing at a time: what stands there, what is put there instead, and what the fault speaks of."""


@pytest.mark.parametrize("name", BY_HAND)
def test_what_is_wrong_by_hand_is_told_in_a_folder_and_in_a_zip(name: str, tmp_path: Path) -> None:
    old, new, found = BY_HAND[name]
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    kitchen = put_pack(tmp_path, text)
    in_folder = refused(lambda: read_pack(kitchen))
    in_zip = refused(lambda: read_zip(zipped([("kitchen/pack.yaml", PACK), ("kitchen/the-kettle.yaml", text)]), "kitchen.zip"))
    for faults, file in ((in_folder, "kitchen/the-kettle.yaml"), (in_zip, "kitchen.zip/the-kettle.yaml")):
        told = [fault for fault in faults if found in fault.found]
        assert told, [*map(str, faults)]
        assert {fault.file for fault in told} == {file}


@pytest.mark.parametrize("name", BY_HAND)
def test_one_faulty_pack_leaves_the_rest_of_the_library_as_it_is(name: str, tmp_path: Path) -> None:
    old, new, _found = BY_HAND[name]
    put_pack(tmp_path)
    broken = tmp_path / "a-broken-one"
    broken.mkdir()
    (broken / "pack.yaml").write_text(PACK.replace("kitchen", "a-broken-one"), "utf-8")
    (broken / "the-kettle.yaml").write_text(GOOD.replace(old, new, 1), "utf-8")
    library = Library(tmp_path)
    assert [imprint.id for imprint in library.imprints()] == ["kitchen"]
    assert library.exercise("the-kettle").title == "The kettle"
    assert {*library.shelved} == {"a-broken-one"}
    assert all(fault.file.startswith("a-broken-one/") for fault in library.shelved["a-broken-one"])


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("times: 3, path: [{rest: {days: 7, why: A week.}}]", "times: 3, path: []", "no stop to repeat"),
        ("days: 3", "days: 0", "`days` is `0`"),
        ("times: 3", "times: 1000000", "`times`"),
        ("id: which", "id: Which Way", "no id of its own"),
        ("- {id: on, text: On}\n        ", "", "a single way"),
        ("- rest: {days: 3, why: Let it settle.}", "- {}", "not exactly one thing"),
        ("- rest: {days: 3,", "- do: {exercise: x, why: y}\n    rest: {days: 3,", "not exactly one thing"),
        ("id: a-way", "id: another-way", "not the name of the file"),
        ("path: [{do", f"path: [{'{repeat: {times: 12, path: [' * 12}{{do", "too deep"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(old: str, new: str, found: str) -> None:
    assert old in JOURNEY
    faults = refused(lambda: read_journey(JOURNEY.replace(old, new, 1).encode(), "a-way.yaml"))
    assert any(found in fault.found for fault in faults), [*map(str, faults)]


def zipped(entries: Iterable[tuple[str | zipfile.ZipInfo, str | bytes]]) -> bytes:
    """A zip of these entries, whatever their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in entries:
            into.writestr(name, text)
    return out.getvalue()


def special(kind: int, name: str = "kitchen/odd.yaml") -> zipfile.ZipInfo:
    """An entry that says it is no ordinary file."""
    info = zipfile.ZipInfo(name)
    info.external_attr = (kind | 0o777) << 16
    return info


ENTRIES: dict[str, tuple[str | zipfile.ZipInfo, str]] = {
    **{f"{word}.yaml": (f"kitchen/{word}.yaml", "a: b") for word in ("CON", "nul", "com1", "LPT9", "aux", "prn")},
    **{name: (name, "a: b") for name in ("../../e.yaml", "kitchen/../../e.yaml", "//e.yaml", "C:\\e.yaml", "~/e.yaml")},
    **{repr(name): (f"kitchen/{name}.yaml", "a: b") for name in ("a\tb", "a\u200bb", "a\u202eb", "a b", "a%2f", "á")},
    "a script": ("kitchen/run.sh", "#!/bin/sh"),
    "a program": ("kitchen/setup.exe", "MZ"),
    "a zip in a zip": ("kitchen/inner.zip", "PK"),
    "a link": (special(stat.S_IFLNK), "/etc/passwd"),
    "a pipe": (special(stat.S_IFIFO), ""),
    "a device": (special(stat.S_IFCHR), ""),
    "a socket": (special(stat.S_IFSOCK), ""),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_that_is_no_ordinary_file_is_named(name: str) -> None:
    entry, text = ENTRIES[name]
    whole = [("kitchen/pack.yaml", PACK), ("kitchen/the-kettle.yaml", GOOD), (entry, text)]
    faults = refused(lambda: read_zip(zipped(whole), "kitchen.zip"))
    assert any(re.match(r"kitchen\.zip/.+:1: ", str(fault)) for fault in faults), [*map(str, faults)]


MEASURED = r"""
import re, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from workbook.content.check import check_pack

def most():  # megabytes; what `getrusage` tells begins with what the process that started this one had
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024

for path in map(Path, sys.argv[1:]):
    began = time.process_time()
    faults, _lines = check_pack([path])
    print(path.name, len(faults), round(time.process_time() - began, 3), most())
"""


def worst(folder: Path) -> list[Path]:
    """The heaviest packs we could think of, as folders and as zips."""
    texts = {
        "lists": "[" * 1_000_000,
        "lists-within": "[" * 260_000,
        "lists-closed": "[" * 130_000 + "]" * 130_000,
        "groups": "{a: " * 65_000,
        "dashes": "- " * 130_000,
        "questions": "? " * 130_000,
        "keys": "".join(f"k{number}: v\n" for number in range(20_000)),
        "one-key": "a: b\n" * 50_000,
        "aliases": "a: &a [x]\n" + "".join(f"k{number}: [*a, *a, *a]\n" for number in range(9_000)),
        "steps": GOOD.replace("parts:\n", "parts:\n  - alone: [" + "{kind: read}," * 12_000 + "]\n"),
        "ids": GOOD.replace("short: [cue, move]", "short: [" + "cue-x," * 40_000 + "]"),
        "options": GOOD.replace(
            "{id: legs, text: Legs}", "".join(f"{{id: p{at}, text: P}}," for at in range(9_000)) + "{id: p0, text: P}"
        ),
        "many-ids-alike": GOOD.replace("{id: legs, text: Legs}", "{id: legs, text: Legs}," * 9_000),
        "watching": GOOD.replace("Listen.", '"' + "share my of their " * 1_000 + 'passwords"'),
        "quotes": '"' * 260_000,
        "comment": "#" + "x" * 260_000,
        "folded": "a: >\n" + " x\n" * 80_000,
        "escapes": 'a: "' + "\\u202e" * 40_000 + '"',
        "bytes": "\ufeff" * 80_000,
    }
    made = []
    for name, text in texts.items():
        pack = folder / name
        pack.mkdir()
        first = PACK.replace("kitchen", name)
        (pack / "pack.yaml").write_text(first, "utf-8")
        (pack / "the-kettle.yaml").write_text(text, "utf-8")
        (folder / f"{name}.zip").write_bytes(zipped([("pack.yaml", first), ("the-kettle.yaml", text)]))
        made += [pack, folder / f"{name}.zip"]
    full = folder / "full"
    full.mkdir()
    for number in range(199):
        (full / f"e-{number}.yaml").write_text("- [" * 7_000, "utf-8")
    with (
        zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as into,
        into.open("bomb.yaml", "w") as bomb,
    ):
        for _megabyte in range(500):
            bomb.write(bytes(1_000_000))
    (folder / "bombs.zip").write_bytes(zipped([(f"b-{number}.yaml", b"[" * 262_000) for number in range(190)]))
    (folder / "names.zip").write_bytes(zipped([(f"{'../' * 500}{number}", "") for number in range(9_000)]))
    return [*made, full, *(folder / f"{name}.zip" for name in ("bomb", "bombs", "names"))]


def test_the_heaviest_packs_are_refused_within_a_second_and_200_mb(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(resources().parent)}
    command = [sys.executable, "-c", MEASURED, *map(str, worst(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-2000:]
    found = [line.split() for line in done.stdout.splitlines()]
    assert len(found) == 42
    assert [line for line in found if int(line[1]) == 0 or float(line[2]) > SECOND or int(line[3]) > 200] == []
