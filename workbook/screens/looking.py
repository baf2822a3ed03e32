"""Looking back at one's sittings, and the way from there to paper."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from gettext import gettext as _

from msgspec.structs import replace

from workbook.content.blocks import Heading
from workbook.content.step import Step
from workbook.couple import agreements, beside, holds, sharing
from workbook.couple.belongings import by_both
from workbook.couple.holds import Hold
from workbook.couple.people import BOTH, PersonId, partner_of
from workbook.couple.sitting import Response
from workbook.screens.aftercare import After
from workbook.screens.export import Draft, ExportScreen
from workbook.screens.hall import Hall
from workbook.screens.hold import HoldScreen
from workbook.screens.later import LaterScreen, mine_in
from workbook.screens.leaving import LeavingScreen
from workbook.screens.moments import MomentsScreen, moments
from workbook.screens.pens import LaterPen
from workbook.screens.review import ReviewScreen
from workbook.screens.spelling import Spelling
from workbook.screens.steps import Walk, Writer
from workbook.screens.walk import WalkScreen


class LookingFlow:
    """The ways from one person's home to what they finished, and on to a PDF; `back` leads to where they came from."""

    def __init__(self, hall: Hall, me: PersonId, back: Callable[[], None] | None = None) -> None:
        self._hall, self._me, self._back = hall, me, back
        self._notebook = hall.notebook

    def look(self, sitting_id: str) -> None:
        """Read a sitting through."""
        self._hall.ask(
            lambda: (self._draft(sitting_id), self._staying(sitting_id)), lambda found: self._hall.show(self._review(*found))
        )

    def export(self, draft: Draft) -> None:
        """Tick what goes on paper, then hand on to the others in it."""

        def work() -> tuple[Draft, Hold | None, bool]:
            space, sitting, now = self._notebook.space(self._me), draft.sitting, self._hall.outside.clock.now()
            hold = holds.running(space, sitting, now)
            early = hold is not None and agreements.allowed_early(self._notebook.shared(), sitting, self._me, now)
            return self._with_mine(draft), hold, early

        self._hall.ask(work, lambda found: self._held_or_not(*found))

    def _held_or_not(self, draft: Draft, hold: Hold | None, early: bool) -> None:
        """What is held goes on no paper yet, but for the one step that may go early."""
        if hold is None:
            self._export(draft)
            return
        outside, exercise = self._hall.outside, draft.sitting.exercise
        line = replace(draft, responses=tuple(one for one in draft.responses if exercise.early and one.step == exercise.early.step))
        self._hall.show(
            HoldScreen(
                draft.sitting,
                hold,
                self._notebook.space(self._me),
                outside.jobs,
                outside.clock,
                back=partial(self.look, draft.sitting.id),
                early=(lambda: self._export(line)) if early and line.responses else None,
            )
        )

    def _export(self, draft: Draft) -> None:
        people = {person.id: person for person in draft.people}
        waiting = tuple(people[who] for who in draft.sitting.people if not (who in {self._me, *draft.ticks} or people[who].left))
        outside = self._hall.outside
        self._hall.show(
            ExportScreen(
                draft,
                people[self._me],
                waiting,
                self._notebook,
                outside.printer,
                outside.jobs,
                outside.clock,
                folder=outside.documents,
                hand_on=lambda ticked: self._hall.hand_over(
                    waiting[0], lambda: LookingFlow(self._hall, waiting[0].id).export(ticked)
                ),
                back=self._home,
                after=After(outside) if draft.sitting.exercise.aftercare else None,
            )
        )

    def _with_mine(self, draft: Draft) -> Draft:
        """With what only this person has, for them to tick or to leave out."""
        mine = (one for one in self._beside(draft.sitting.id) if one not in draft.responses)
        return replace(draft, responses=(*draft.responses, *mine))

    def _beside(self, sitting_id: str) -> tuple[Response, ...]:
        found = self._notebook.space(self._me).beside(sitting_id)
        return tuple(Response(step=name, author=self._me, answer=answer) for name, answer in found.items())

    def _home(self) -> None:
        (self._back or partial(self._hall.home, self._me))()

    def _staying(self, sitting_id: str) -> tuple[Response, ...]:
        """What stays with this person: read here, and nowhere else."""
        space = self._notebook.space(self._me)
        entry = space.entry(sitting_id)
        return sharing.staying(entry.sitting, space.answers(sitting_id), self._me) if entry else ()

    def _review(self, draft: Draft, staying: tuple[Response, ...]) -> ReviewScreen:
        keys = frozenset((item.step, item.author) for item in draft.items())
        shown = keys | sharing.without_words(draft.responses) | {(one.step, one.author) for one in staying}
        blocks = sharing.document(draft.sitting, draft.people, (*draft.responses, *staying), shown)
        to_paper = (lambda: self.export(draft)) if keys else None
        return ReviewScreen(
            draft.sitting.exercise.title,
            blocks,
            back=self._home,
            make_pdf=to_paper,
            delete=lambda: self._leave(draft.sitting.id),
            add=(lambda: self._later(draft)) if draft.finished and mine_in(draft, self._me) else None,
            bring=(lambda: self._bring(draft)) if keys else None,
        )

    def _bring(self, draft: Draft) -> None:
        """What is worth session time, for this person alone; what both marked at the table shows as marked already."""
        sitting, space = draft.sitting, self._notebook.space(self._me)

        def keep(step: str, _author: PersonId, wanted: bool) -> None:
            space.start(sitting)
            space.save(sitting.id, beside.bring_id(step), beside.BROUGHT if wanted else None)

        def show(found: tuple[tuple[Response, ...], Collection[str]]) -> None:
            marked, mine = found
            said = tuple(one for one in draft.responses if not beside.is_brought(one.step))
            items = moments(sitting, (*said, *marked), (self._me, BOTH), mine)
            back = partial(self.look, sitting.id)
            self._hall.show(MomentsScreen(sitting.exercise.title, items, keep, self._hall.outside.jobs, shared=False, back=back))

        self._hall.ask(lambda: (self._notebook.shared().beside(sitting.id), space.beside(sitting.id)), show)

    def _later(self, draft: Draft) -> None:
        """To which answer?"""
        items = mine_in(draft, self._me)
        back = partial(self.look, draft.sitting.id)
        screen = LaterScreen(draft.sitting.exercise.title, items, add=lambda step: self._add(draft, step), back=back)
        self._hall.show(screen)

    def _add(self, draft: Draft, step_id: str) -> None:
        sitting, space = draft.sitting, self._notebook.space(self._me)

        def begin() -> str:
            space.start(sitting)  # whoever began anew has none of it here yet
            return beside.next_later(step_id, space.beside(sitting.id))

        self._hall.ask(begin, lambda name: self._write(draft, sitting.exercise.step(step_id), name))

    def _write(self, draft: Draft, step: Step, name: str) -> None:
        """A page as any other, for words that stand below the first ones."""
        outside, back = self._hall.outside, partial(self.look, draft.sitting.id)
        partner = partner_of(self._me, draft.people)
        first = next(item.blocks for item in mine_in(draft, self._me) if item.step == step.id)
        walk = Walk(
            title=draft.sitting.exercise.title,
            steps=(beside.thought(step, name),),
            writers=(Writer(self._me, next(person.name for person in draft.people if person.id == self._me)),),
            partner=partner.name if partner else None,
            answers={},
            above=(Heading(_("Your first words"), 3), *first),
        )
        pen = LaterPen(self._notebook.space(self._me), draft.sitting, outside.clock)
        screen = WalkScreen(walk, pen, outside.jobs, outside.clock, done=back, stop=back)
        screen.spelling = Spelling(self._me, self._notebook, outside)
        self._hall.show(screen)

    def _leave(self, sitting_id: str) -> None:
        back = partial(self.look, sitting_id)
        self._hall.show(LeavingScreen(self._me, sitting_id, self._notebook, self._hall.outside.jobs, back=back, gone=self._home))

    def _draft(self, sitting_id: str) -> Draft:
        """What this person may see of a sitting: all of their own solo one, or what both opened and said together."""
        shared = self._notebook.shared()
        joint = shared.sitting(sitting_id)
        if joint is not None:
            responses = (*shared.opened(sitting_id), *shared.joint(sitting_id), *shared.beside(sitting_id))
            return Draft(sitting=joint.sitting, people=shared.people(), responses=(*responses, *self._beside(sitting_id)))
        space = self._notebook.space(self._me)
        entry = space.entry(sitting_id)
        if entry is None:
            raise KeyError(sitting_id)
        joint_steps = by_both(entry.sitting.exercise)  # of a sitting for two that came out of a file
        own = tuple(
            Response(step=step, author=BOTH if step in joint_steps else self._me, answer=answer)
            for step, answer in (space.answers(sitting_id) | space.letters(sitting_id)).items()
        )
        responses = (*own, *self._beside(sitting_id))
        return Draft(sitting=entry.sitting, people=shared.people(), responses=responses, finished=entry.state == "finished")
