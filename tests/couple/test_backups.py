"""Which backups stay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workbook.couple.backups import DAYS, MONTHS, SESSIONS, WEEKS, Backup, Progress, due, staying
from workbook.trouble import Trouble

DATES = some.dates(date(2020, 1, 1), date(2032, 1, 1))


@some.composite
def shelves(draw: some.DrawFn) -> list[Backup]:
    """Backups in the order they were made, on any days: a clock may go back and forth."""
    days = draw(some.lists(some.tuples(DATES, some.booleans()), max_size=80))
    return [Backup(number=number, made=day, sound=sound) for number, (day, sound) in enumerate(days, 1)]


def after_years(days: list[date]) -> list[Backup]:
    """What is left when there was a backup on each of these days, thinned out after each."""
    kept: list[Backup] = []
    for number, day in enumerate(days, 1):
        kept.append(Backup(number=number, made=day))
        stay = staying(kept)
        kept = [one for one in kept if one.number in stay]
    return kept


@given(shelves())
def test_the_newest_sound_sessions_always_stay_and_the_shelf_never_grows_without_end(shelf: list[Backup]) -> None:
    stay = staying(shelf)
    sound = [one.number for one in shelf if one.sound]
    assert set(sound[-SESSIONS:]) <= stay <= {one.number for one in shelf}
    assert len(stay & set(sound)) <= SESSIONS + DAYS + WEEKS + MONTHS


@given(shelves())
def test_thinning_out_twice_takes_nothing_more(shelf: list[Backup]) -> None:
    stay = staying(shelf)
    assert staying([one for one in shelf if one.number in stay]) == stay


@given(some.lists(DATES, min_size=1, max_size=120).map(sorted))
def test_thinning_out_as_one_goes_keeps_what_thinning_out_once_would(days: list[date]) -> None:
    at_once = [Backup(number=number, made=day) for number, day in enumerate(days, 1)]
    assert {one.number for one in after_years(days)} == staying(at_once)


@given(shelves(), DATES)
def test_a_clock_set_anywhere_empties_nothing(shelf: list[Backup], wrong: date) -> None:
    sound = [one for one in shelf if one.sound]
    stay = staying([*shelf, Backup(number=len(shelf) + 1, made=wrong)])
    assert len(shelf) + 1 in stay
    assert {one.number for one in sound[-(SESSIONS - 1) :]} <= stay
    assert len(stay) >= len(staying(sound)) - 3


@given(shelves())
def test_a_damaged_one_takes_nobodys_place(shelf: list[Backup]) -> None:
    sound = [one for one in shelf if one.sound]
    assert staying(shelf) & {one.number for one in sound} == staying(sound)


def test_two_years_of_one_a_day_leave_seven_days_four_weeks_and_twelve_months() -> None:
    first = date(2024, 1, 1)
    kept = [one.made for one in after_years([first + timedelta(days=day) for day in range(730)])]
    last = first + timedelta(days=729)
    assert kept[-7:] == [last - timedelta(days=day) for day in range(6, -1, -1)]
    assert {(day.year, day.month) for day in kept} == {(2025, month) for month in range(1, 13)}
    assert {last - timedelta(days=last.weekday() + 1 + 7 * week) for week in range(3)} <= set(kept)
    assert len(kept) < 25


def test_one_is_due_when_there_is_no_sound_one_of_today() -> None:
    today = date(2026, 3, 3)
    assert due([], today)
    assert due([Backup(number=1, made=date(2026, 3, 2)), Backup(number=2, made=date(2027, 1, 1))], today)
    assert due([Backup(number=1, made=today, sound=False)], today)
    assert not due([Backup(number=1, made=today)], today)


def test_whoever_works_hears_that_somebody_asked_for_an_end() -> None:
    progress = Progress()
    progress.go_on(0.5)
    progress.go_on(0.2)
    assert progress.share == 0.5
    progress.stop()
    with pytest.raises(Trouble) as raised:
        progress.go_on(0.6)
    assert raised.value.code == "stopped"


def test_something_else_can_ask_for_an_end_too() -> None:
    waiting: list[str] = []
    progress = Progress(lambda: bool(waiting))
    assert not progress.stopped
    waiting.append("a save")
    assert progress.stopped
