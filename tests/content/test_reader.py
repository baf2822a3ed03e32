"""The strict reader: whatever the bytes are, it ends soon, needs little memory, and says where the fault is."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.good import GOOD
from workbook.content.compose import compose
from workbook.content.fault import Faulty
from workbook.content.reader import read
from workbook.content.rules import faults

MEASURED = """
import resource, sys, time
from pathlib import Path
from workbook.content.pack import read_exercise
from workbook.content.fault import Faulty
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    read_exercise(Path(sys.argv[1]), "x.yaml")
except Faulty as faulty:
    print(*faulty.faults, sep=" ")
print(time.process_time() - start)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghijkl", "bcdefghijklm", strict=True)
)

HEAVY = {
    "brackets": ("[" * 1_000_000, "larger than 256 KB"),
    "brackets within the limit": ("[" * 200_000, "too deep"),
    "brackets on lines": ("[\n" * 100_000, "too deep"),
    "braces": ("{" * 200_000, ""),
    "dashes": ("- " * 100_000, "too deep"),
    "questions": ("? " * 100_000, ""),
    "aliases": (BOMB, "anchor"),
    "many aliases": ("[&a x" + ",*a" * 80_000 + "]", "anchor"),
    "many values": ("[" + "a," * 120_000 + "]", "too much"),
    "many keys": ("".join(f"k{n}: v\n" for n in range(20_000)), ""),
    "ten megabytes": ("title: x\n" * 1_200_000, "larger than 256 KB"),
    "one long word": ("x" * 250_000, "longer than 20000"),
    "unknown names": (GOOD.replace("short: [cue, move]", "short: [" + "x-y," * 40_000 + "]"), "`x-y`"),
    "blank lines": (GOOD.replace("Listen.", '"a' + "\\n" * 9_000 + 'b. Your partner is"'), "Your partner is"),
    "half words": (GOOD.replace("Listen.", '"' + "let check your " * 1_300 + '"'), "not the name of the file"),
    "zeros": ("\0" * 200_000, "U+0000"),
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_is_refused_soon_and_in_little_memory(name: str, tmp_path: Path) -> None:
    text, found = HEAVY[name]
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, timeout=60)
    told, seconds, kilobytes = done.stdout.splitlines()
    assert told.startswith("x.yaml:")
    assert found in told
    assert float(seconds) < 2  # of the processor, to catch a hang; an ordinary run takes a twentieth of it
    assert int(kilobytes) < 64 * 1024


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"# only a word to oneself\n",
        b"---\n",
        b"\xff\xfe",
        "ä: ö".encode("latin-1"),
        b"\x00",
        b"*a",
        b"&a",
        b"? ",
        b"%",
        b"|",
        b"\xef\xbb\xbf",
        b"- - -",
        b"{}",
        b"[]",
        b"''",
    ],
)
def test_next_to_nothing_is_no_exercise(data: bytes) -> None:
    page = read(data, "f.yaml")
    with pytest.raises(Faulty):
        raise Faulty(page.faults) if page.faults else compose_fails(page.plain)


def compose_fails(plain: object) -> Faulty:
    """The faults of composing what is no exercise."""
    with pytest.raises(Faulty) as caught:
        compose(plain)
    return caught.value


def test_every_value_has_the_line_on_which_it_stands() -> None:
    page = read(b"a: 1\nb:\n  - c: x\n    d: >\n      long\n      text\n  - {e: [y,\n z]}\n", "f.yaml")
    lines = {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "c"): 3,
        ("b", 0, "d"): 4,
        ("b", 1): 7,
        ("b", 1, "e"): 7,
        ("b", 1, "e", 0): 7,
    }
    assert page.lines == {**lines, ("b", 1, "e", 1): 8}
    assert page.plain == {"a": "1", "b": [{"c": "x", "d": "long text"}, {"e": ["y", "z"]}]}


def test_windows_lines_and_a_byte_order_mark_are_welcome() -> None:
    page = read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(), "f.yaml")
    assert not page.faults
    assert compose(page.plain) == compose(read(GOOD.encode(), "f.yaml").plain)


def test_words_in_any_script_pass() -> None:
    words = "Żal mi · 静か · שקט · 🫖 · café"
    page = read(f"title: {words}".encode(), "f.yaml")
    assert (page.plain, page.faults) == ({"title": words}, [])


def test_a_pack_shares_one_allowance_of_values() -> None:
    assert read(b"[a, b]", "f.yaml", nodes=3).whole
    assert not read(b"[a, b, c]", "f.yaml", nodes=3).whole


def judge(data: bytes) -> None:
    """Reads bytes to the end of every rule; any fault must have a file and a line of that file."""
    page = read(data, "f.yaml")
    try:
        if page.whole:
            raise Faulty(faults(compose(page.plain)))
    except Faulty as faulty:
        page.faults = page.gathered(faulty.faults)
    last = max(1, len(data.splitlines()) + 1)
    assert all(fault.file == "f.yaml" and 1 <= fault.line <= last for fault in page.faults)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,\n\t \x85\u2028\ufeff", max_size=60).map(str.encode))
def test_no_bytes_at_all_get_past_or_crash_the_reader(data: bytes) -> None:
    judge(data)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.text(alphabet="ab:-?[]{}&*!|>'\"%\n\t \u202e0", max_size=6))
def test_a_damaged_file_never_gets_past_or_crashes_the_reader(at: int, cut: int, put: str) -> None:
    judge((GOOD[:at] + put + GOOD[at + cut :]).encode())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_line_taken_out_or_moved_never_crashes_the_reader(data: st.DataObject) -> None:
    lines = GOOD.splitlines(keepends=True)
    taken = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
    if data.draw(st.booleans()):
        lines.insert(data.draw(st.integers(0, len(lines))), taken)
    judge("".join(lines).encode())
