"""A page to read, with nothing to fill in."""

from collections.abc import Mapping

from msgspec import Struct

from workbook.content.blocks import Block, Said
from workbook.content.step import Step, Voice


class Shown(Struct, frozen=True, forbid_unknown_fields=True):
    """An earlier answer that stands on this page, under a short label."""

    step: str
    label: str


class Read(Step, frozen=True, tag="read"):
    """Words to read before going on; `shows` brings back what was said before, such as whom to call."""

    shows: tuple[Shown, ...] = ()

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """What was said before, where it was said; with two at the table, whose words they are."""
        blocks: list[Block] = []
        for shown in self.shows:
            told = [(voice.name, voice.words.get(shown.step)) for voice in voices]
            told = [(f"{shown.label}: {name}" if len(voices) > 1 else shown.label, words) for name, words in told]
            told.append((shown.label, joint.get(shown.step)))
            blocks += [Said(words, label) for label, words in told if words]
        return tuple(blocks)

    def texts(self) -> tuple[str, ...]:
        """The labels are read too."""
        return (*super().texts(), *(shown.label for shown in self.shows))
