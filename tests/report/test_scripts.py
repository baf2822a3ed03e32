"""Other scripts: the right letters in the right order, joined as they are, and copied out as they were typed."""

from __future__ import annotations

from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.outline import told
from workbook.content.blocks import Loop, LoopHalf, Said
from workbook.report import faces, style, writing
from workbook.report.document import pdf
from workbook.report.words import Words

HEBREW = 'אני מרגיש "קטן" (מאוד) 12 פעמים OK, כשאת יוצאת מהחדר בלי לומר מילה ואני נשאר לבד עם כל השקט הזה.'
ARABIC = "قلت لها (نعم) ثم خرجت من الغرفة دون أن أقول شيئا، وبقيت وحدي مع هذا الصمت الطويل بيننا كجدار."
EASTERN = (
    "我不知道为什么每次你回家晚了我都会觉得害怕，好像你不在乎我一样。「日本語」も書けます。カタカナ。한국어도 쓸 수 있어요." * 3
)


def read(data: bytes) -> str:
    """The words of all pages, as a reader copies them."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "typed",
    [
        HEBREW,
        ARABIC,
        EASTERN,
        "I said שלום and then مرحبا to you, twice (2).",
        "Ελληνικά, кириллица ґє, łódź",
        "a 😀 🥲 ☕ b",
    ],
    ids=["hebrew", "arabic", "eastern", "mixed", "greek and cyrillic", "emoji"],
)
def test_words_are_copied_out_as_they_were_typed(typed: str) -> None:
    data = pdf("", (Said(typed),))
    assert flat(typed) in flat(read(data))
    [said] = [one for one in told(data).all() if one.role == "P"]
    assert (said.said or said.words) == typed


@pytest.mark.parametrize(
    "typed",
    ["a 👩\u200d👩\u200d👧 and ☕\ufe0f", "می\u200cخواهم بروم", "\u200fשלום\u200e abc", "zero\u200bwidth", "a\u202eb אב\u202c c"],
    ids=["emoji", "persian", "marks", "width", "override"],
)
def test_what_cannot_be_seen_is_told_as_it_was_typed(typed: str) -> None:
    [said] = [one for one in told(pdf("", (Said(typed),))).all() if one.role == "P"]
    assert said.said == typed
    assert said.words


def test_a_sign_that_keeps_letters_apart_does_so_on_paper() -> None:
    [apart], [joined] = (writing.stretches(word, "Text", 11, [1] * len(word)) for word in ("می\u200cخ", "میخ"))
    assert str(apart.text) != str(joined.text)
    assert abs(apart.wide - sum(writing.wide(part, "Text", 11) for part in ("می", "خ"))) < 0.5


@pytest.mark.parametrize("typed", [HEBREW * 60, ARABIC * 60, EASTERN * 40], ids=["hebrew", "arabic", "eastern"])
def test_a_long_answer_goes_on_over_pages_in_every_script(typed: str) -> None:
    data = pdf("", (Said(typed),))
    [said] = [one for one in told(data).all() if one.role == "P"]
    assert (said.said or said.words) == typed


def test_words_that_go_to_the_left_are_painted_from_the_right() -> None:
    typed = "אב (12) OK"
    painted = writing.stretches(typed, "Text", 11, writing.levels(typed))
    assert "".join(str(one.text) for one in painted) == "OK (12) בא"


def test_arabic_letters_join_and_hebrew_points_stand_with_their_letters() -> None:
    [joined] = writing.stretches("محمد", "Text", 10, [1] * 4)
    alone = [str(writing.stretches(letter, "Text", 10, [1])[0].text) for letter in reversed("محمد")]
    assert len(str(joined.text)) == 4
    assert not set(str(joined.text)[1:]) & set(alone[1:])
    pointed, plain = writing.wide("שָׁלוֹם", "Text", 10), writing.wide("שלום", "Text", 10)
    assert abs(pointed - plain) < 1


@pytest.mark.parametrize(("typed", "left"), [("hello there", True), ("שלום לך", False), ("12 שלום", False), ("ok שלום", True)])
def test_a_paragraph_stands_where_its_first_word_begins(typed: str, left: bool) -> None:
    document = pypdfium2.PdfDocument(pdf("", (Said(typed),)))
    page = document[0].get_textpage()
    edges = [page.get_charbox(at)[0] for at in range(page.count_chars()) if page.get_text_range(at, 1).strip()][: len(flat(typed))]
    document.close()
    assert (min(edges) < 120) == left


def test_no_line_of_chinese_begins_with_a_closing_sign() -> None:
    words = Words(EASTERN, style.SPOKEN)
    words.wrap(180, 1000)
    assert len(words.lines) > 5
    assert not [line for line in words.lines if words.text[line.start] in "，。」、"]
    assert max(line.wide for line in words.lines) <= 180 + 11


def test_the_loop_knows_other_scripts_too() -> None:
    half = LoopHalf("Sam", cue="שלום לך", move="我很难过")
    found = flat(read(pdf("", (Loop(half, LoopHalf("Zosia")),))))
    assert "שלוםלך" in found
    assert "我很难过" in found


def test_latin_words_bring_in_nothing_that_turns_words() -> None:
    faces.runs("kept plain — żółw")
    assert not writing.turns("kept plain — żółw → 😀 漢")


letters = st.sampled_from("ab 12(),.אבגשםקادمحلا،漢字。かな한글😀→éł\u0301")


@given(st.text(letters, max_size=300), st.integers(60, 300))
@settings(max_examples=60, deadline=None)
def test_any_mix_of_scripts_is_broken_into_lines_without_losing_a_letter(typed: str, width: int) -> None:
    words = Words(normalize("NFC", typed), style.SPOKEN)
    words.wrap(width, 10_000)
    assert "".join(words.text[line.start : line.end] for line in words.lines) == words.text
    deep = words.deep or []
    for line in words.lines if deep else ():
        painted = writing.stretches(words.text[line.start : line.end], "Text", 11, deep[line.start : line.end])
        assert all(one.wide >= 0 for one in painted)
