"""Taking the floor: whose it is, what was heard, what may come next. Nothing of it is kept, and nobody's airtime is shown."""

from __future__ import annotations

from gettext import gettext as _
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Stage = Literal["speaking", "again", "heard", "more"]
"""Being said and said back; not quite, so once more; heard; and there is more."""


class Floor(Struct, frozen=True, kw_only=True):
    """How it stands between two people: who speaks, and how often something was heard in this turn."""

    names: tuple[str, ...]
    depth: tuple[str, ...]
    speaker: int = 0
    stage: Stage = "speaking"
    heard: int = 0

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
