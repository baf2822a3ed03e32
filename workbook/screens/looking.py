"""Looking back at one's sittings, and the way from there to paper."""

from __future__ import annotations

from functools import partial

from workbook.couple import sharing
from workbook.couple.belongings import by_both
from workbook.couple.people import BOTH, PersonId
from workbook.couple.sitting import Response
from workbook.screens.export import Draft, ExportScreen
from workbook.screens.hall import Hall
from workbook.screens.leaving import LeavingScreen
from workbook.screens.review import ReviewScreen


class LookingFlow:
    """The ways from one person's home to what they finished, and on to a PDF."""

    def __init__(self, hall: Hall, me: PersonId) -> None:
        self._hall, self._me = hall, me
        self._notebook = hall.notebook

    def look(self, sitting_id: str) -> None:
        """Read a sitting through."""
        self._hall.ask(lambda: self._draft(sitting_id), lambda draft: self._hall.show(self._review(draft)))

    def export(self, draft: Draft) -> None:
        """Tick what goes on paper, then hand on to the others in it."""
        people = {person.id: person for person in draft.people}
        waiting = tuple(people[who] for who in draft.sitting.people if who != self._me and who not in draft.ticks)
        outside = self._hall.outside
        self._hall.show(
            ExportScreen(
                draft,
                people[self._me],
                waiting,
                self._notebook,
                outside.printer,
                outside.jobs,
                folder=outside.documents,
                hand_on=lambda ticked: self._hall.hand_over(
                    waiting[0], lambda: LookingFlow(self._hall, waiting[0].id).export(ticked)
                ),
                back=self._home,
            )
        )

    def _home(self) -> None:
        self._hall.home(self._me)

    def _review(self, draft: Draft) -> ReviewScreen:
        keys = frozenset((item.step, item.author) for item in draft.items())
        blocks = sharing.document(draft.sitting, draft.people, draft.responses, keys | sharing.without_words(draft.responses))
        to_paper = (lambda: self.export(draft)) if keys else None
        return ReviewScreen(
            draft.sitting.exercise.title,
            blocks,
            back=self._home,
            make_pdf=to_paper,
            delete=lambda: self._leave(draft.sitting.id),
        )

    def _leave(self, sitting_id: str) -> None:
        back = partial(self.look, sitting_id)
        self._hall.show(LeavingScreen(self._me, sitting_id, self._notebook, self._hall.outside.jobs, back=back, gone=self._home))

    def _draft(self, sitting_id: str) -> Draft:
        """What this person may see of a sitting: all of their own solo one, or what both opened and said together."""
        shared = self._notebook.shared()
        joint = shared.sitting(sitting_id)
        if joint is not None:
            responses = (*shared.opened(sitting_id), *shared.joint(sitting_id))
            return Draft(sitting=joint.sitting, people=shared.people(), responses=responses)
        space = self._notebook.space(self._me)
        entry = space.entry(sitting_id)
        if entry is None:
            raise KeyError(sitting_id)
        joint_steps = by_both(entry.sitting.exercise)  # of a sitting for two that came out of a file
        own = tuple(
            Response(step=step, author=BOTH if step in joint_steps else self._me, answer=answer)
            for step, answer in space.answers(sitting_id).items()
        )
        return Draft(sitting=entry.sitting, people=shared.people(), responses=own)
