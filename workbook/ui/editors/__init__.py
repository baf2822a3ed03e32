"""The editors, one file for each kind of field; `editor_for` finds the one a field needs."""

from __future__ import annotations

from functools import singledispatch

from workbook.content import fields
from workbook.ui.editors.agenda import AgendaEditor
from workbook.ui.editors.body_map import BodyMapEditor
from workbook.ui.editors.cards import CardsEditor
from workbook.ui.editors.choice import ChoiceEditor
from workbook.ui.editors.choices import ChoicesEditor
from workbook.ui.editors.commitment import CommitmentEditor
from workbook.ui.editors.consent import ConsentEditor
from workbook.ui.editors.day import DayEditor
from workbook.ui.editors.feelings import FeelingsEditor
from workbook.ui.editors.initials import InitialsEditor
from workbook.ui.editors.line import LineEditor
from workbook.ui.editors.pairs import PairsEditor
from workbook.ui.editors.paragraph import ParagraphEditor
from workbook.ui.editors.ranking import RankingEditor
from workbook.ui.editors.rating import RatingEditor
from workbook.ui.editors.reviewed import ReviewedEditor
from workbook.ui.editors.sorting import SortingEditor
from workbook.ui.editors.timeline import TimelineEditor
from workbook.ui.parts.editor import Editor


@singledispatch
def editor_for(field: object) -> Editor:
    """A fresh, untouched editor for a field. Raises `TypeError` for a field that has none."""
    raise TypeError(f"no editor for {type(field).__name__}")


editor_for.register(fields.Line, LineEditor)
editor_for.register(fields.Paragraph, ParagraphEditor)
editor_for.register(fields.Day, DayEditor)
editor_for.register(fields.Initials, InitialsEditor)
editor_for.register(fields.Rating, RatingEditor)
editor_for.register(fields.Choice, ChoiceEditor)
editor_for.register(fields.Choices, ChoicesEditor)
editor_for.register(fields.Feelings, FeelingsEditor)
editor_for.register(fields.Ranking, RankingEditor)
editor_for.register(fields.Sorting, SortingEditor)
editor_for.register(fields.Consent, ConsentEditor)
editor_for.register(fields.Pairs, PairsEditor)
editor_for.register(fields.Timeline, TimelineEditor)
editor_for.register(fields.Cards, CardsEditor)
editor_for.register(fields.Commitment, CommitmentEditor)
editor_for.register(fields.Reviewed, ReviewedEditor)
editor_for.register(fields.BodyMap, BodyMapEditor)
editor_for.register(fields.Agenda, AgendaEditor)
