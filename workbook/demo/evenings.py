"""What the invented couple does: they set up, spend their evenings, look round, and put some of it on paper."""

from __future__ import annotations

from pathlib import Path

from workbook.content.exercise import Apart
from workbook.couple.invented import Evening
from workbook.couple.people import BOTH
from workbook.couple.sharing import Key
from workbook.demo.hands import Hands, stopped
from workbook.demo.space import look_at_space
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.export import ExportScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.keys import RecoverScreen
from workbook.screens.later import LaterScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.moments import MomentsScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.paper import PaperScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.setup import SetupScreen
from workbook.screens.table import TableScreen
from workbook.screens.unlock import UnlockScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import WelcomeScreen

PASS_ON, BOTH_HERE = 0, 1
"""The ways on from a half that is put aside."""
CLOSE, CLOSE_ALONE = 0, 2
"""Where "Close the notebook" stands: after something done together, after something done alone."""
SKIP = 1
"""The way past the questions that are offered once, before somebody's first exercise for two."""


def set_up(hands: Hands) -> None:
    """A new notebook for the two of them; the first one's first turn."""
    hands.keep("welcome")
    hands.on(WelcomeScreen).go_on()
    setup = hands.on(SetupScreen)
    hands.keep("setup")
    setup.choose(len(hands.couple.people))
    for index, person in enumerate(hands.couple.people):
        setup.name(index, person.name)
        setup.picture(index, person.picture)
        setup.colour(index, person.colour)
    hands.keep_answered("setup-answered")
    setup.done()
    hands.say_passphrase(hands.couple.people[0].name)


def spend(hands: Hands, evening: Evening) -> None:
    """One exercise, from the door to the end and back to the door."""
    hands.enter(evening.first)
    home = hands.on(HomeScreen)
    hands.keep("home")
    home.ways.exercise(evening.exercise)
    page = hands.on(ExerciseScreen)
    hands.keep(f"{evening.exercise}-begin")
    page.print_blank()
    hands.keep(f"{evening.exercise}-paper")
    paper = hands.on(PaperScreen)
    paper.go("choosing")
    hands.settle()
    hands.album.keep_first("paper-made")
    paper.back()
    hands.on(ExerciseScreen).begin(evening.mode)
    if evening.mode == "alone":
        _alone(hands, evening)
    else:
        _past_the_questions(hands)
        _for_two(hands, evening)
    hands.on(DoorScreen)


def _past_the_questions(hands: Hands) -> None:
    if isinstance(hands.front(), NoticeScreen):
        hands.album.keep_first("good-time")
        hands.choose(SKIP)
        hands.settle()


def _alone(hands: Hands, evening: Evening) -> None:
    while isinstance(hands.front(), WalkScreen):
        hands.walk(evening.exercise, evening.said)
    hands.keep(f"{evening.exercise}-end")
    hands.choose(CLOSE_ALONE)


def _for_two(hands: Hands, evening: Evening) -> None:
    """Each half that is written apart, passed on, written by the other; then both sit down and go on from there."""
    sitting = hands.ask(lambda: hands.app.flow.notebook.shared().sittings()[0].sitting)
    second = next(person.name for person in hands.couple.people if person.name != evening.first)
    for turn in range(sum(isinstance(part, Apart) for part in sitting.parts())):
        if turn:
            hands.choose(CLOSE)
            hands.enter(evening.first)
            hands.on(HomeScreen).ways.half(sitting.id)
            _past_the_questions(hands)
        _half(hands, evening, evening.first)
        hands.choose(PASS_ON)
        _curtain(hands, second)
        home = hands.on(HomeScreen)
        hands.album.keep_first("home-for-two")
        home.ways.half(sitting.id)
        _past_the_questions(hands)
        _half(hands, evening, second)
        hands.choose(BOTH_HERE)
        hands.both()
        table = hands.on(TableScreen)
        hands.album.keep_first("table")
        table.sit_down(sitting.id)
        while isinstance(hands.front(), (RevealScreen, WalkScreen)):
            _joint_part(hands, evening)
        hands.keep(f"{evening.exercise}-together-end")
    hands.choose(CLOSE)


def _half(hands: Hands, evening: Evening, name: str) -> None:
    hands.walk(evening.exercise, evening.said)
    opening = hands.on(OpeningScreen)
    listed = {item.step for item in opening.state.items}
    for step in evening.holds.get(name, ()):
        if step in listed:
            opening.hold(step, True)
    hands.keep(f"{evening.exercise}-what-opens")
    opening.seal()
    hands.past_the_code()
    hands.album.keep_first(f"{evening.exercise}-put-aside")


def _curtain(hands: Hands, name: str) -> None:
    curtain = hands.on(HandoverScreen)
    hands.album.keep_first("hand-over")
    curtain.here()
    hands.say_passphrase(name)


def _joint_part(hands: Hands, evening: Evening) -> None:
    if isinstance(hands.front(), RevealScreen):
        hands.open_all(evening.exercise, evening.marks)
    else:
        hands.walk(evening.exercise, evening.said)


def look_round(hands: Hands) -> None:
    """The pages that open for anyone at any time; they leave nothing behind."""
    _pause(hands)
    for cover, name in ((hands.app.window.dim, "cover-talking"), (hands.app.window.cover, "cover")):
        cover()
        hands.keep(name)
        hands.on(CoverScreen).back()
        hands.on(DoorScreen)
    hands.app.flow.help()
    help_page = hands.on(HelpScreen)
    hands.keep("help")
    countries = help_page.state.page.countries if help_page.state.page else ()
    for country in countries[:1]:
        help_page.choose(country.id)
        hands.keep("help-chosen")
    help_page.back()
    hands.on(DoorScreen).steady()
    hands.on(WalkScreen)
    hands.walk("steady-ground", {})  # nobody says anything here: it is for looking at
    door = hands.on(DoorScreen)
    door.enter(door.state.doors[0].id)
    unlock = hands.on(UnlockScreen)
    unlock.enter("something else")
    hands.keep("unlock-again")
    unlock.with_code()
    recover = hands.on(RecoverScreen)
    hands.keep("recover")
    recover.back()


def _pause(hands: Hands) -> None:
    hands.app.flow.pause()
    pause = hands.on(PauseScreen)
    hands.keep("pause")
    pause.begin(pause.state.lengths[0])
    hands.keep("pause-running")
    pause.come_back()
    hands.keep("pause-return")
    pause.not_yet()
    hands.keep("pause-not-yet")
    pause.hold(0)
    hands.keep("pause-sentence")
    pause.ready()


def put_on_paper(hands: Hands, evening: Evening, target: Path) -> frozenset[Key]:
    """Print what everyone in it ticks, one after the other; what went on the paper, by step and author."""
    hands.enter(evening.first)
    look_at_space(hands)
    home = hands.on(HomeScreen)
    title = hands.app.flow.outside.library.exercise(evening.exercise).title
    home.ways.look(next(card.id for card in home.state.finished if card.title == title))
    hands.on(ReviewScreen)
    for step, thought in evening.later.get(home.state.name, {}).items():
        _think_later(hands, step, thought)
    hands.keep(f"{evening.exercise}-review")
    hands.on(ReviewScreen).bring()
    moments = hands.on(MomentsScreen)
    hands.keep("moments")
    moments.back()
    review = hands.on(ReviewScreen)
    review.delete()
    leaving = hands.on(LeavingScreen)
    hands.keep("leaving")
    leaving.back()
    hands.on(ReviewScreen).make_pdf()
    asked = [_tick(hands, evening)]
    while (export := hands.on(ExportScreen)).state.next_name:
        name = export.state.next_name
        export.hand_on()
        _curtain(hands, name)
        asked.append(_tick(hands, evening))
    export.go("looking")
    hands.keep(f"{evening.exercise}-export-pages")
    export.go("leaving")
    hands.keep(f"{evening.exercise}-export-leaving")
    export.write(str(target))
    hands.keep(f"{evening.exercise}-export-written")
    if not export.state.written:
        raise stopped(export)
    export.back()
    hands.on(HomeScreen)
    return frozenset(key for ticks in asked for key in ticks if all(other.get(key, True) for other in asked))


def _think_later(hands: Hands, step: str, thought: str) -> None:
    hands.on(ReviewScreen).add()
    later = hands.on(LaterScreen)
    hands.keep("later")
    later.add(step)
    walk = hands.on(WalkScreen)
    walk.edit(walk.state.page.groups[0].author, "words", thought)
    hands.keep_answered("later-thought")
    walk.next()
    hands.on(ReviewScreen)


def _tick(hands: Hands, evening: Evening) -> dict[Key, bool]:
    """One author's ticks: all that is not tender, and of the tender what they want on this paper."""
    export = hands.on(ExportScreen)
    hands.keep(f"{evening.exercise}-export")
    export.tick_all()
    name = export.state.name
    for tick in export.state.ticks:
        if tick.item.author != BOTH and tick.item.step in evening.prints.get(name, ()):
            export.tick(tick.item.step, tick.item.author, True)
    hands.keep(f"{evening.exercise}-export-ticked")
    return {(tick.item.step, tick.item.author): tick.ticked for tick in export.state.ticks}
