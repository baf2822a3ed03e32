"""The count that the wording test relies on: syllables as spoken, sentences as read, and grades that rise with both."""

import pytest

from tests.reading import grade, sentences, syllables, words_in

SPOKEN = {
    word: count
    for count, words in {
        1: "the me you see eye great times whole looked tired tried are breathe don’t",
        2: "away quiet being trying people little wanted closes changes session question partner patient special quickly really"
        " pages voices hurried poem someone lonely",
        3: "idea ideas exercise together violence usual serious curious medicine"
        " acknowledge beautiful easier underneath another agreement therapist’s",
        4: "conversation relationship emergency",
        6: "responsibility",
    }.items()
    for word in words.split()
}


@pytest.mark.parametrize("word", SPOKEN)
def test_a_word_is_never_more_than_one_syllable_off(word: str) -> None:
    assert abs(syllables(word) - SPOKEN[word]) <= 1


def test_words_together_are_counted_about_as_they_are_spoken_and_rather_too_long() -> None:
    counted, spoken = sum(map(syllables, SPOKEN)), sum(SPOKEN.values())
    assert spoken <= counted <= spoken * 1.03


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three!", 3),
        ("One thought that goes\non in the next line.", 1),
        ("A first one.\n\nA second one", 2),
        ("Here are two:\n- a cup\n- a plate", 1),
        ("Here are two:\n\n- Take a cup.\n- Take a plate. Go on.", 4),
        ("I felt …", 1),
        ("He said “no.” Then he went.", 2),
        ("", 0),
        ("- a cup\n- a plate", 0),
    ],
)
def test_a_sentence_ends_where_it_is_read_to_its_end(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_names_and_contractions_are_words() -> None:
    assert words_in("{partner} doesn’t, {me}.") == ["your", "partner", "doesn’t", "Robin"]


def test_longer_sentences_and_longer_words_are_harder() -> None:
    short = grade(["You went out. It was late. What did you see?"])
    long = grade(["You went out when it was late, and then, before the door had closed, what was it that you saw?"])
    hard = grade(["Physiological activation compromises interpersonal communication."])
    assert short < 1 < long < 10 < hard


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # Eleven words in two sentences, thirteen syllables.
    assert grade(["The cat sat on the table. It was warm inside it."]) == pytest.approx(0.39 * 5.5 + 11.8 * 13 / 11 - 15.59)


def test_labels_count_for_their_words_and_not_as_sentences() -> None:
    prose = ["What was there inside you, when the door closed?"]
    assert grade(prose, ["Hurt", "Sad", "Warm"]) < grade(prose)
    assert grade(prose, ["Responsibility", "Acknowledgement"]) > grade(prose)
    assert grade(prose, ["Sad"] * 1000) > grade([*prose, *["Sad."] * 1000])
