"""One exercise before it begins."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.content.exercise import Mode
from workbook.screens import words
from workbook.screens.about import evidence_words, intensity_words, not_for_words, therapist_words
from workbook.screens.exercise import ExerciseScreen, ExerciseState
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


def _with(mode: Mode) -> str:
    return _("With {name}, both here") if mode == "together" else _("With {name}")


class ExerciseView(PageView[ExerciseScreen]):
    """What it is for, how long, for whom not, and the ways to start."""

    def build(self, page: Page, state: ExerciseState) -> None:
        """The page of an exercise."""
        exercise = state.exercise
        page.title(exercise.title)
        page.ask(exercise.purpose)
        page.say(self._time(state))
        if exercise.not_for:
            listed = "\n".join(f"- {not_for_words(code)}" for code in exercise.not_for)
            page.say(_("Not for now if:") + "\n\n" + listed)
        if exercise.therapist is not None:
            page.say(therapist_words(exercise.therapist))
        if exercise.intensity == "high":
            page.say(_("It can stir things up. One of these in a day is enough, and a quiet hour after it does good."))
        elif intensity_words(exercise.intensity):
            page.say(intensity_words(exercise.intensity))
        if state.late:
            page.say(_("It is late. Something lighter, or tomorrow, may do you more good. You choose."))
        if "each" in self.presenter.modes:
            page.say(
                _(
                    "If you begin it with {name}, it stands on both your pages, without saying who began it. "
                    "Each of you writes alone first."
                ).replace("{name}", state.partner),
                quiet=True,
            )
        page.add_row(*self._starts(state))
        page.add_row(button(_("P&rint it blank"), self.presenter.print_blank, "plain").with_icon("printer"))
        page.gap()
        page.add(Words(_("Step by step"), "heading"))
        for when, steps in self.presenter.course():
            page.add(Words(when, "label"))
            page.say("\n".join(f"- {step}" for step in steps), quiet=True)
        page.gap()
        page.add(Words(_("Where it comes from"), "heading"))
        page.say(
            _("The tradition behind it: {word}. This exercise itself: not tested.").replace(
                "{word}", evidence_words(exercise.evidence.tradition)
            ),
            quiet=True,
        )
        for source in exercise.sources:
            page.add(Words(source, "small", quiet=True))
        page.add(Words(_("For a therapist"), "heading"))
        page.say(exercise.therapist_note, quiet=True)
        page.lead_on(button(_("&Back"), self.presenter.back))
        self.always_there()

    def _time(self, state: ExerciseState) -> str:
        exercise = state.exercise
        if exercise.who == ("together",):
            return _("{together} together.").replace("{together}", words.minutes(exercise.minutes.together).capitalize())
        time = words.minutes(exercise.minutes.each).capitalize()
        if exercise.minutes.together and state.partner:
            together = _("{each} each, alone, then {together} together, another day if you like.")
            return together.replace("{each}", time).replace("{together}", words.minutes(exercise.minutes.together))
        return time + "."

    def _starts(self, state: ExerciseState) -> list[Button]:
        begins: list[Button] = []
        for mode in self.presenter.modes:
            label = _("By &myself") if mode == "alone" else plainly(_with(mode).replace("{name}", state.partner))
            begins.append(button(label, partial(self.presenter.begin, mode), "quiet" if begins else "primary"))
        if state.exercise.short:
            for mode in self.presenter.modes:
                short = _("By myself, the short way") if mode == "alone" else _("With {name}, the short way")
                begins.append(
                    button(plainly(short.replace("{name}", state.partner)), partial(self.presenter.begin, mode, True), "plain")
                )
        return begins
