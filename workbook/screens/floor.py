"""Taking the floor: whose it is, what was heard, what may come next; how long each spoke, if both wish. Nothing of it is kept."""

from __future__ import annotations

from gettext import gettext as _
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from workbook.screens import words

Stage = Literal["speaking", "again", "heard", "more"]
"""Being said and said back; not quite, so once more; heard; and there is more."""


class Floor(Struct, frozen=True, kw_only=True):
    """How it stands between two people: who speaks, and how often something was heard in this turn.

    `ran` is for how many seconds the clock ran for each, `wish` who would like to see that.
    """

    names: tuple[str, ...]
    depth: tuple[str, ...]
    speaker: int = 0
    stage: Stage = "speaking"
    heard: int = 0
    ran: tuple[int, ...] = (0, 0)
    wish: frozenset[int] = frozenset()

    def yes(self) -> Floor:
        """The speaker: "yes, that's it"; the next invitation, if there is one, comes with it."""
        return replace(self, stage="heard", heard=self.heard + 1)

    def not_quite(self) -> Floor:
        """The speaker: "not quite"."""
        return replace(self, stage="again")

    def more(self) -> Floor:
        """The speaker has more to say."""
        return replace(self, stage="more")

    def swap(self) -> Floor:
        """The other one's turn, from its beginning."""
        return replace(self, speaker=(self.speaker + 1) % len(self.names), stage="speaking", heard=0)

    def run(self, seconds: int) -> Floor:
        """The clock ran on for whoever has the floor."""
        return replace(self, ran=tuple(ran + seconds * (at == self.speaker) for at, ran in enumerate(self.ran)))

    def wishes(self, who: int) -> Floor:
        """One of the two would like to see how long each spoke, or no longer."""
        return replace(self, wish=self.wish ^ {who})

    def told_time(self) -> str:
        """How long each spoke, once both wish to see it: off until then, since it is easily used against somebody."""
        if len(self.wish) < len(self.names):
            return ""
        each = (
            f"{name}: {words.minutes(ran / 60) if ran else _('not yet')}" for name, ran in zip(self.names, self.ran, strict=True)
        )
        return ". ".join(each)

    @property
    def speaks(self) -> str:
        """Who has the floor."""
        return self.names[self.speaker]

    @property
    def listens(self) -> str:
        """Who says it back."""
        return self.names[(self.speaker + 1) % len(self.names)]

    @property
    def invitation(self) -> str:
        """How the listener could go on once something was heard: one at a time, none before, none when all have been."""
        return self.depth[self.heard - 1] if self.stage == "heard" and self.heard <= len(self.depth) else ""

    def told(self) -> str:
        """What happens now, in words."""
        said = {
            "speaking": _("{speaker} speaks. {listener} says it back. Then {speaker} tells: was that it?"),
            "again": _("Not quite yet. {speaker} says the missing part once more, shorter if you like. {listener} says it back."),
            "heard": _("That was heard. Is there more? If not, swap, or go on."),
            "more": _("There is more. {speaker} goes on. {listener} says it back."),
        }[self.stage]
        if self.invitation:
            said = _("That was heard. {listener} can go on like this, if you both like:")
        return said.replace("{speaker}", self.speaks).replace("{listener}", self.listens)
