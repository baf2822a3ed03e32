"""The loop's drawing: everything inside its frame, every word there, a circle, and the same thing told in words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.content.blocks import Loop, LoopHalf
from workbook.couple.figures import Figure, Line, Point, Words, lay_out, told
from workbook.couple.lines import wrap

PLACES = ("cue", "story", "under", "need", "move", "showed")
SAM = LoopHalf("Sam", "the dishes", "I go quiet", "a shut door", "I do not count", "small", "to be asked")
ZOSIA = LoopHalf("Zosia", "you left", "I ask louder", "a hard voice", "I am alone", "lonely", "to hear you")
NOBODY = LoopHalf("")


def wide(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.55)


def drawn(loop: Loop, room: float | None = None, size: float = 10) -> Figure:
    return lay_out(loop, 460, wide, room=room, size=size)


def every_line(figure: Figure) -> list[Line]:
    labels = [line for arrow in figure.arrows for line in arrow.label]
    return [*figure.titles, *labels, *(line for node in figure.nodes for line in node.lines)]


def words_in(figure: Figure, side: int) -> str:
    return " ".join(line.text for node in figure.nodes if node.side == side for line in node.lines if not line.quiet)


def test_every_word_of_both_stands_on_their_own_side() -> None:
    figure = drawn(Loop(SAM, ZOSIA, "The closing door"))
    assert all(str(getattr(SAM, place)) in words_in(figure, 0) for place in PLACES)
    assert all(str(getattr(ZOSIA, place)) in words_in(figure, 1) for place in PLACES)
    assert [line.text for line in figure.titles] == ["“The closing door”", "Sam", "Zosia"]


def test_the_arrows_run_in_a_circle() -> None:
    figure = drawn(Loop(SAM, ZOSIA))
    forth, back = [arrow for arrow in figure.arrows if arrow.across]
    assert forth.curve[0].x < 230 < forth.head[0].x
    assert back.head[0].x < 230 < back.curve[0].x
    assert forth.curve[1].y > forth.curve[0].y > back.curve[0].y > back.curve[1].y
    assert [[line.text for line in arrow.label] for arrow in (forth, back)] == [["lands with Zosia"], ["lands with Sam"]]


def test_what_lies_underneath_looks_different_from_what_could_be_seen() -> None:
    figure = drawn(Loop(SAM, ZOSIA))
    inner = [node for node in figure.nodes if node.look == "inner"]
    assert [[line.text for line in node.lines if line.quiet] for node in inner] == [["Underneath", "What I need"]] * 2


def test_what_was_left_out_is_left_out_save_where_the_arrows_need_it() -> None:
    figure = drawn(Loop(LoopHalf("Sam", cue=None, move="I go quiet"), ZOSIA))
    mine = [node for node in figure.nodes if node.side == 0]
    assert [node.look for node in mine] == ["empty", "outer"]
    assert [line.text for line in mine[0].lines] == ["What set it off", "not said"]


def test_a_half_loop_leaves_the_other_side_to_the_other() -> None:
    figure = drawn(Loop(SAM, NOBODY))
    [other] = [node for node in figure.nodes if node.side == 1]
    assert other.look == "empty"
    assert " ".join(line.text for line in other.lines) == "Their side is theirs to say."
    assert "Their side is theirs to say." in figure.alternative


def test_a_long_answer_makes_its_box_grow_and_loses_nothing() -> None:
    figure = drawn(Loop(LoopHalf("Sam", cue="x" * 20_000, move="y z " * 5_000), ZOSIA))
    assert words_in(figure, 0).count("x") == 20_000
    assert words_in(figure, 0).count("y") == words_in(figure, 0).count("z") == 5_000


def test_on_paper_a_long_answer_shows_its_beginning_and_says_so() -> None:
    half = LoopHalf("Sam", *["long and longer " * 1_200] * 6)
    figure = drawn(Loop(half, half, "n" * 5_000), room=600)
    assert figure.height <= 600
    assert sum(line.text == "(in full above)" for line in every_line(figure)) == 12
    assert any(line.text.endswith("…") for line in every_line(figure))


def test_a_short_answer_is_never_clipped_on_paper() -> None:
    assert not [line for line in every_line(drawn(Loop(SAM, ZOSIA), room=600)) if line.text == "(in full above)"]


def test_the_words_of_the_drawing_can_be_translated() -> None:
    figure = lay_out(Loop(SAM, NOBODY), 460, wide, Words(move="Was ich tue", theirs="Ihre Seite"))
    assert {"Was ich tue", "Ihre Seite"} <= {line.text for line in every_line(figure)}


def test_the_loop_is_told_in_words() -> None:
    words = told(Loop(SAM, LoopHalf("Zosia", "you left"), "The door")).splitlines()
    assert words[0] == "The loop, named “The door”, going round and round."
    assert words[1].startswith("Sam. What set it off: the dishes. What I tell myself: I do not count.")
    assert words[2] == "Zosia. What set it off: you left. What I do lands with Sam."


texts = st.none() | st.text(max_size=300)
halves = st.builds(LoopHalf, st.text(max_size=60), texts, texts, texts, texts, texts, texts)


loops = st.builds(Loop, halves, halves, texts, st.tuples(texts, texts))


@given(loops, st.none() | st.just(560.0), st.sampled_from((10, 14, 23)))
@settings(max_examples=60, deadline=None)
def test_nothing_overlaps_or_leaves_the_drawing(loop: Loop, room: float | None, size: float) -> None:
    figure = drawn(loop, room, size)
    for node in figure.nodes:
        assert node.x >= -0.01
        assert node.x + node.width <= 460.01
        assert node.y >= 0
        assert node.y + node.height <= figure.height
        assert all(node.x < line.x and line.x + wide(*line[:1], line.size, line.bold) <= node.x + node.width for line in node.lines)
        assert all(node.y < line.y < node.y + node.height for line in node.lines)
    for side in (0, 1):
        places = sorted((node.y, node.y + node.height) for node in figure.nodes if node.side == side)
        assert all(before[1] < after[0] for before, after in pairwise(places))

    lefts, rights = ([node for node in figure.nodes if node.side == side] for side in (0, 1))
    assert max(node.x + node.width for node in lefts) < min(node.x for node in rights)


def frame(line: Line) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a line of words."""
    return line.x, line.y - 0.75 * line.size, line.x + wide(line.text, line.size, line.bold), line.y + 0.2 * line.size


def along(curve: tuple[Point, Point, Point, Point]) -> list[Point]:
    """Forty places on a curve."""
    places = []
    for t in (at / 40 for at in range(41)):
        shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        places.append(Point(*(sum(share * point[axis] for share, point in zip(shares, curve, strict=True)) for axis in (0, 1))))
    return places


@given(loops, st.sampled_from((10, 14, 23)))
@settings(max_examples=60, deadline=None)
def test_what_an_arrow_says_is_crossed_by_nothing(loop: Loop, size: float) -> None:
    figure = drawn(loop, size=size)
    places = [place for arrow in figure.arrows for place in [*along(arrow.curve), *arrow.head]]
    others = [(node.x, node.y, node.x + node.width, node.y + node.height) for node in figure.nodes]
    others += [frame(line) for line in figure.titles]
    for line in (line for arrow in figure.arrows for line in arrow.label):
        left, top, right, bottom = frame(line)
        assert 0 <= left <= right <= figure.width
        assert 0 <= top < bottom <= figure.height
        assert not any(left < place.x < right and top < place.y < bottom for place in places)
        assert not any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in others)


@pytest.mark.parametrize("size", [10, 14, 20])
def test_an_arrow_says_all_of_an_answer_over_several_lines(size: float) -> None:
    said = "Like being pushed away when I only asked"
    forth, back = [arrow for arrow in drawn(Loop(SAM, ZOSIA, lands=(said, said)), size=size).arrows if arrow.across]
    assert [" ".join(line.text for line in arrow.label) for arrow in (forth, back)] == [f"Zosia: {said}", f"Sam: {said}"]


@given(st.text(), st.floats(5, 300))
def test_wrapping_keeps_every_letter_in_order(text: str, width: float) -> None:
    lines = wrap(text, width, lambda piece: wide(piece, 10, False))
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_accent_stays_with_its_letter() -> None:
    assert all(line[0] == "e" for line in wrap("e\u0301" * 50, 37, lambda piece: wide(piece, 10, False)))
