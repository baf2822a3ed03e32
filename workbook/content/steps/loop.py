"""The loop, drawn from what both partners wrote; each says how the other's arrow lands."""

from collections.abc import Mapping

from msgspec import Struct

from workbook.content.blocks import Block, LoopHalf
from workbook.content.blocks import Loop as LoopPicture
from workbook.content.fields import Choice, Field, Option
from workbook.content.step import Step, Voice


class Draws(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which step gives which place of the loop."""

    cue: str
    move: str
    showed: str | None = None
    story: str | None = None
    under: str | None = None
    need: str | None = None


class Loop(Step, frozen=True, tag="loop", kw_only=True):
    """The drawing; `lands` lets each partner say how the other's move lands, `named_by` is the joint step that names the loop,
    `landed` an earlier drawing whose answers stand on the arrows here too.
    """

    draws: Draws
    lands: tuple[Option, ...] = ()
    named_by: str | None = None
    landed: str | None = None

    def fields(self) -> tuple[Field, ...]:
        """How the arrow lands, where that is asked."""
        return (Choice(id="lands", label=self.title, options=self.lands),) if self.lands else ()

    def texts(self) -> tuple[str, ...]:
        """The choices are read too."""
        return (*super().texts(), *(option.text for option in self.lands))

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """The loop from both voices, or one half with the other side left blank."""
        halves = [self._half(voice) for voice in voices[:2]] + [LoopHalf(name="")]
        name = joint.get(self.named_by or "")
        said = [voice.words.get(self.landed or self.id) for voice in voices[:2]] + [None, None]
        return (LoopPicture(halves[0], halves[1], name, (said[1], said[0])),)

    def _half(self, voice: Voice) -> LoopHalf:
        places = {place: getattr(self.draws, place) for place in self.draws.__struct_fields__}
        said = {place: voice.words.get(step) for place, step in places.items() if step}
        return LoopHalf(name=voice.name, **said)
