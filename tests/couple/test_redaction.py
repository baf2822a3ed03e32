"""Leaving words out: they are gone from what the paper is made of, and nothing else is (G21)."""

from __future__ import annotations

from workbook.content.fields import Option
from workbook.content.step import Answer, Step
from workbook.content.steps.choose import Choose
from workbook.content.steps.choose_many import ChooseMany
from workbook.content.steps.commit import Commit
from workbook.content.steps.write import Write
from workbook.couple.redaction import GAP, Gap, gaps, left_out, occurs

WRITE = Write(id="cue", title="The cue", ask="What?", long=True)
MANY = ChooseMany(
    id="did", title="What I did", ask="What?", options=(Option("quiet", "I went quiet"), Option("louder", "I got louder"))
)


def without(step: Step, answer: Answer, *phrases: str) -> Answer | None:
    return left_out(step, answer, gaps(phrases))


def test_g21_the_words_are_gone_wherever_they_stand() -> None:
    said = {"words": "Tom came in.\nThen Tom left, as always. Tomorrow too."}
    assert without(WRITE, said, "Tom") == {"words": f"{GAP} came in.\nThen {GAP} left, as always. Tomorrow too."}
    assert without(WRITE, said, "Then Tom left, as always") == {"words": f"Tom came in.\n{GAP}. Tomorrow too."}
    assert without(
        Commit(id="c", title="One", ask="?"), {"practice": {"who": "Tom", "what": "tea", "when": "", "know": ""}}, "Tom"
    ) == {"practice": {"who": GAP, "what": "tea", "when": "", "know": ""}}


def test_a_longer_phrase_goes_before_a_shorter_one_in_it() -> None:
    assert without(WRITE, {"words": "the red door and the door"}, "door", "the red door") == {"words": f"{GAP} and the {GAP}"}


def test_what_was_picked_stays_what_it_was() -> None:
    assert without(MANY, {"chosen": {"picked": ["quiet"], "own": ["quiet as a stone"]}}, "as a stone") == {
        "chosen": {"picked": ["quiet"], "own": [f"quiet {GAP}"]}
    }


def test_g21_where_words_cannot_be_taken_out_the_whole_answer_stays_off_the_paper() -> None:
    picked = Choose(id="who", title="Who", ask="Who?", options=(Option("tom", "I told tom"),))
    assert without(picked, {"chosen": "tom"}, "tom") is None


def test_g24_a_role_stands_where_the_name_stood() -> None:
    assert left_out(WRITE, {"words": "Sam said that Sam's late"}, gaps((), ("Sam", "my partner"))) == {
        "words": "my partner said that my partner's late"
    }
    assert gaps((), ("Sam", "")) == ()
    assert left_out(WRITE, {"words": "a b"}, (Gap("a", r"\1"),)) == {"words": r"\1 b"}


def test_only_words_that_somebody_typed_can_be_left_out() -> None:
    assert occurs("red", WRITE, {"words": "the red door"})
    assert not occurs("blue", WRITE, {"words": "the red door"})
    assert not occurs(" ", WRITE, {"words": "the red door"})
    assert not occurs("I got louder", MANY, {"chosen": {"picked": ["louder"], "own": []}})
