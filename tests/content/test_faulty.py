"""Each way to get an exercise wrong is told with its line, what was found, and what to write instead."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.content.good import GOOD
from workbook.content.fault import Fault, Faulty
from workbook.content.pack import read_exercise


class Wrong(NamedTuple):
    """A piece of the good exercise, what stands there instead, what the fault must speak of, and words of the line it must name."""

    old: str
    new: str
    found: str
    at: str


CUE = '{id: cue, kind: write, title: The cue, ask: "What did you see, *exactly*?", hint: Like a camera.}'

WRONG = (
    # The shape of the file
    Wrong("title: The kettle\n", "titel: The kettle\n", "no `title`", "id: the-kettle"),
    Wrong("title: The kettle\n", "titel: The kettle\n", "`titel`", "titel"),
    Wrong("edition: 1", "edition: one", "`edition` is `one`", "edition"),
    Wrong("edition: 1", 'edition: "1"', "`edition` is `1`", "edition"),
    Wrong("edition: 1", "edition: 1.5", "`edition` is `1.5`", "edition"),
    Wrong("edition: 1", "edition: 0", "`edition` is `0`", "edition"),
    Wrong("edition: 1", "edition: 123456789012345678901234567890", "`edition` is", "edition"),
    Wrong("edition: 1", "edition:", "`edition` is nothing", "edition"),
    Wrong("title: The kettle\n", "title: [The, kettle]\n", "`title` is a list", "title: [The"),
    Wrong("minutes: {each: 10, together: 12}", "minutes: 10", "stands `10`", "minutes"),
    Wrong("minutes: {each: 10, together: 12}", "minutes: {each: 10, joint: 12}", "`joint`", "minutes"),
    Wrong("minutes: {each: 10", "minutes: {each: yes", "`each` is `yes`", "minutes"),
    Wrong("minutes: {each: 10", "minutes: {each: 500", "`each` is `500`", "minutes"),
    Wrong("together: 12", "together: 0", "`together` is `0`", "minutes"),
    Wrong("together: 12", "together: 481", "`together` is `481`", "minutes"),
    Wrong("intensity: high", "intensity: mid-high", "`mid-high`", "intensity"),
    Wrong("who: [each, alone]", "who: each", "`who` is `each`", "who"),
    Wrong("who: [each, alone]", "who: [each, both]", "`both`", "who"),
    Wrong("who: [each, alone]", "who: [each, each]", "twice", "who"),
    Wrong("who: [each, alone]", "who: []", "`who` is empty", "who"),
    Wrong("who: [each, alone]", "who: [each]", "Nobody walks", "  - alone:"),
    Wrong("who: [each, alone]", "who: [alone]", "Nobody walks", "  - reveal: {title: The"),
    Wrong("tradition: some", "tradition: proven", "`proven`", "evidence"),
    Wrong("not tested", "tested", "`tested`", "evidence"),
    Wrong("[fear-of-partner]", "[fear]", "`not_for` is `fear`", "not_for"),
    Wrong(
        "therapist_note: |\n  Go slowly.\n\n  Ask about the tea.",
        'therapist_note: ""',
        "`therapist_note` is empty",
        "therapist_note",
    ),
    # Parts and steps
    Wrong("  - apart:\n", "  - aprt:\n", "`aprt`", "aprt"),
    Wrong("  - alone:\n", "  - alone: []\n    more:\n", "exactly one name", "  - alone"),
    Wrong("kind: calm", "kind: clam", "`clam`", "kind: clam"),
    Wrong("kind: calm", "kind: [calm]", "a list", "kind: [calm"),
    Wrong("        kind: calm\n", "", "no `kind`", "id: steady"),
    Wrong("hint: Like a camera.", "hnt: Like a camera.", "`hnt`", "id: cue"),
    Wrong("        low_label: All over the place\n", "", "no `low_label`", "id: steady"),
    Wrong("low_label: All over the place", 'low_label: ""', "`low_label` is empty", "low_label"),
    Wrong("low_label: Cool", 'low_label: " "', "`low_label` is empty", "warmth"),
    Wrong("high: 5", "high: 1", "`high` is `1`", "warmth"),
    Wrong("high: 5", "high: 100", "`high` is `100`", "warmth"),
    Wrong("high: 5", "top: 5", "`top`", "warmth"),
    Wrong("long: true", "long: yes", "`long` is `yes`", "long"),
    Wrong("minutes: 2.5", "minutes: 0", "`minutes` is `0`", "minutes: 0"),
    Wrong("minutes: 2.5", "minutes: .inf", "`minutes` is `.inf`", "minutes: .inf"),
    Wrong("seconds: 60", "seconds: 5", "`seconds` is `5`", "aloud"),
    Wrong("sensitive: [arousal]", "sensitive: [anger]", "`anger`", "sensitive"),
    Wrong(
        "options: [{id: near, text: I came nearer}, {id: far, text: I went away}]",
        "options: [near, far]",
        "stands `near`",
        "options",
    ),
    Wrong(
        "[{id: near, text: I came nearer}, {id: far, text: I went away}]", "[{id: far, text: I went away}]", "only one", "options"
    ),
    Wrong("{id: near, text: I came nearer}", "{id: near, words: I came nearer}", "`words`", "options"),
    Wrong("places: [{id: chest, text: Chest}, {id: legs, text: Legs}]", "places: []", "`places` is empty", "places"),
    Wrong("ways: [Feel your feet.]}", "ways: Feel your feet.}", "`ways` is", "settle-alone"),
    # Ids and names
    Wrong("id: the-kettle", "id: The Kettle", "cannot be used", "id: The Kettle"),
    Wrong("id: the-kettle", "id: the-pot", "not the name of the file", "id: the-pot"),
    Wrong("id: bits", "id: bits_and_bobs", "cannot be used", "bits_and_bobs"),
    Wrong("id: bits", "id: bits--bobs", "cannot be used", "bits--bobs"),
    Wrong("id: bits", f"id: {'b' * 61}", "cannot be used", "bbb"),
    Wrong("id: bits", "id: cue", "too", "- id: cue"),
    Wrong("id: kind-line", "id: cue", "too", "A kind line"),
    Wrong("{id: legs", "{id: chest", "more than once", "places"),
    Wrong("{id: legs", "{id: Legs", "cannot be used", "places"),
    Wrong("{id: cups", "{id: tea", "more than once", "items"),
    Wrong("{id: leave", "{id: keep", "more than once", "piles"),
    Wrong("{id: then", "{id: first", "more than once", "lines"),
    Wrong("short: [cue, move]", "short: [cue, moves]", "`moves`", "short"),
    Wrong("steps: [cue, move]", "steps: [cue, moves]", "`moves`", "reveal: {title: The"),
    Wrong("steps: [layers]", "steps: [cue]", "second time", "Underneath"),
    Wrong("steps: [layers]", "steps: [its-name]", "`its-name`", "Underneath"),
    Wrong("steps: [layers]", "steps: [steady]", "calm check", "Underneath"),
    Wrong("title: Feelings\n", "title: Feelings\n        stays: true\n", "stays with its author", "First things"),
    Wrong("steps: [layers]", "steps: [word]", "stays with its author", "Underneath"),
    Wrong("{id: why,", "{stays: true, id: why,", "where both would see", "id: why"),
    Wrong("steps: [layers]", "steps: [before]", "Nothing is answered", "Underneath"),
    Wrong("steps: [layers]", "steps: []", "`steps` is empty", "Underneath"),
    Wrong("What surprised you?", "Read it.", "asks nothing", "reveal: {title: The"),
    Wrong("under: layers}", "under: layer}", "`layer`", "draws"),
    Wrong("under: layers}", "under: why}", "`why`", "draws"),
    Wrong("under: layers}", "below: layers}", "`below`", "draws"),
    Wrong("named_by: its-name", "named_by: name", "`name`", "named_by"),
    Wrong("{ref: move, equals: far}", "{ref: mov, equals: far}", "`mov`", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: feelings, equals: far}", "`feelings`", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: far-where, equals: far}", "`far-where`", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: move, equals: away}", "does not compare", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: cue, below: 3}", "does not compare", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: steady}", "does not compare", "show_when"),
    Wrong("{ref: move, equals: far}", "{ref: move, is: far}", "`is`", "show_when"),
    Wrong("{ref: warmth, below: 3}", "{ref: steady, below: 3}", "`steady`", "why"),
    # Ways through
    Wrong("        kind: calm\n", "        kind: rate\n", "`suggestion`", "suggestion"),
    Wrong("id: before, kind: read", "id: before, kind: write", "does not open with a calm check", "  - apart"),
    Wrong("sensitive: [arousal]", "show_when: {ref: before}", "does not open with a calm check", "  - apart"),
    Wrong(
        "{id: settle-alone, kind: settle, title: Settle, ask: Look round., ways: [Feel your feet.]}",
        CUE.replace("cue", "end"),
        "`alone` does not end",
        "  - alone",
    ),
    Wrong("id: move\n", "id: move\n        each: true\n", "`each`", "each: true"),
    Wrong(
        "  - together:\n",
        "  - together:\n      - {id: calm, kind: calm, title: C, ask: C, low_label: L, high_label: H, suggestion: S}\n",
        "where both would see",
        "id: calm",
    ),
    Wrong("short: [cue, move]", "keep: nothing", "Nothing is kept", "keep"),
    # Words
    Wrong("Look round the room, {me}.", "Look round the room, {you}.", "`{you}`", "before"),
    Wrong("Look round the room, {me}.", "Look round the room, {me.", "`{me.`", "before"),
    Wrong("title: The kettle\n", "title: The kettle of {partner}\n", "`{partner}`", "title: The kettle of"),
    Wrong("Like a camera.", "Like a <b>camera</b>.", "markup", "id: cue"),
    Wrong("Like a camera.", "'Like <img src=file:///etc/passwd>'", "markup", "id: cue"),
    Wrong("Like a camera.", "Like a camera &amp; a mirror.", "markup", "id: cue"),
    Wrong("Feel your feet.]\n", "https://example.org]\n", "markup", "ways: [Name"),
    Wrong("Like a camera.", "", "nothing", "id: cue"),
    Wrong("One small thing.", "Share your password.", "`password`", "id: try"),
    Wrong("One small thing.", "Your partner is the problem.", "`Your partner is`", "id: try"),
    # YAML
    Wrong("id: bits", "id: &bits bits", "anchor", "&bits"),
    Wrong("id: bits", "id: *bits", "alias", "*bits"),
    Wrong("id: bits", "id: !!str bits", "tag", "!!str"),
    Wrong("id: bits", "id: bits\n        id: bobs", "second time", "id: bobs"),
    Wrong("ask: What did you do?", "ask: What: did you do?", "not well-formed", "What: did"),
    Wrong("ask: What did you do?", "ask: 'What did you do?", "not well-formed", ""),
    Wrong("        ask: What did you do?", "\task: What did you do?", "not well-formed", "\task"),
    Wrong("What did you do?", "What did\x07 you do?", "U+0007", "What did"),
    Wrong("What did you do?", "What did\u202e you do?", "U+202E", "What did"),
    Wrong("ask: What did you do?", 'ask: "What did\\u202e you do?"', "U+202E", "What did"),
    Wrong("What did you do?", "What " * 5000, "longer than 20000", "What What"),
    Wrong("title: The kettle\n", "? [title]\n: The kettle\n", "This key is a list", "? [title]"),
    Wrong("parts:\n", "---\nparts:\n", "second document", "---"),
)


def faults_of(text: str | bytes, tmp_path: Path) -> tuple[Fault, ...]:
    """The faults of a text read as `the-kettle.yaml`."""
    path = tmp_path / "the-kettle.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Faulty) as caught:
        read_exercise(path, "the-kettle.yaml")
    return caught.value.faults


def test_the_good_exercise_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "the-kettle.yaml"
    path.write_text(GOOD, "utf-8")
    assert read_exercise(path).title == "The kettle"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.new.strip()[:30]!a}")
def test_a_fault_is_told_with_its_line_and_what_to_write(wrong: Wrong, tmp_path: Path) -> None:
    assert wrong.old in GOOD
    text = GOOD.replace(wrong.old, wrong.new, 1)
    faults = faults_of(text, tmp_path)
    told = [fault for fault in faults if wrong.found in fault.found]
    assert told, [*map(str, faults)]
    assert wrong.at in text.splitlines()[told[0].line - 1], str(told[0])
    assert told[0].file == "the-kettle.yaml"
    assert told[0].found.endswith(".")
    assert told[0].instead.endswith((".", "?"))


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        GOOD.replace("edition: 1", "edition: one")
        .replace("hint: Like", "hnt: Like")
        .replace("kind: settle", "kind: setle")
        .replace("id: bits", "id: &b bits")
    )
    faults = faults_of(text, tmp_path)
    assert [fault.found.split("`")[1] for fault in faults] == ["edition", "write", "&b", "setle", "setle"]
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)


def test_a_typing_mistake_gets_the_likely_word(tmp_path: Path) -> None:
    (fault,) = faults_of(GOOD.replace("hint: Like", "hnt: Like"), tmp_path)
    assert fault.instead == "Did you mean `hint`?"


def test_a_fault_reads_as_file_line_found_and_instead(tmp_path: Path) -> None:
    (fault,) = faults_of(GOOD.replace("edition: 1", "edition: one"), tmp_path)
    assert str(fault) == "the-kettle.yaml:2: `edition` is `one`. Write a whole number."


def test_a_fault_shows_nothing_that_could_disturb_a_terminal(tmp_path: Path) -> None:
    faults = faults_of(GOOD.replace("intensity: high", 'intensity: "\\x1b[2J\\u202e"'), tmp_path)
    assert all(str(fault).isprintable() for fault in faults)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Faulty, match=r"nowhere\.yaml:1: This cannot be read"):
        read_exercise(tmp_path / "nowhere.yaml")
