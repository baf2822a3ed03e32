"""The loop, drawn from what both partners wrote; each says how the other's arrow lands."""

from collections.abc import Mapping
from gettext import gettext as _

from msgspec import Struct

from workbook.content.blocks import Block, Heading, LoopHalf
from workbook.content.blocks import Loop as LoopPicture
from workbook.content.fields import Choice, Field, Option
from workbook.content.step import Step, Voice, earlier


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

    `of` names the exercise whose latest loop is drawn instead of this one's steps, `then` one whose loop stands before it,
    `exits` the places at which somebody could step out.
    """

    draws: Draws
    lands: tuple[Option, ...] = ()
    named_by: str | None = None
    landed: str | None = None
    of: str | None = None
    then: str | None = None
    exits: tuple[Option, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """How the arrow lands, and where somebody could step out, as far as that is asked."""
        asked = (("lands", self.lands), ("exit", self.exits))
        return tuple(Choice(id=key, label=self.title, options=options) for key, options in asked if options)

    def texts(self) -> tuple[str, ...]:
        """The choices are read too."""
        return (*super().texts(), *(option.text for option in (*self.lands, *self.exits)))

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """The loop from both voices, or one half with the other side left blank; an earlier one first, where there is one."""
        now = self._drawn(voices, joint, self.of)
        if self.then is None:
            return (now,)
        then = self._drawn(voices, joint, self.then)
        if not (then.first.cue or then.first.move or then.second.cue or then.second.move):
            return (now,)
        return (Heading(_("Then"), 3), then, Heading(_("Now"), 3), now)

    def _drawn(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None], of: str | None) -> LoopPicture:
        halves = [self._half(voice, of) for voice in voices[:2]] + [LoopHalf(name="")]
        name = joint.get(earlier(of, self.named_by or ""))
        said = [voice.words.get(self.landed or self.id) for voice in voices[:2]] + [None, None]
        lands = (None, None) if self.exits or of else (said[1], said[0])
        exits = (self._exit(said[0]), self._exit(said[1]))
        return LoopPicture(halves[0], halves[1], name, lands, exits)

    def _exit(self, said: str | None) -> str | None:
        return next((option.id for option in self.exits if said and option.text in said), None)

    def _half(self, voice: Voice, of: str | None) -> LoopHalf:
        places = {place: getattr(self.draws, place) for place in self.draws.__struct_fields__}
        said = {place: voice.words.get(earlier(of, step)) for place, step in places.items() if step}
        return LoopHalf(name=voice.name, **said)
