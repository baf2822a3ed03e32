"""What an author has to mend before an exercise can be seen."""

from __future__ import annotations

from msgspec import Struct

from workbook.content.fault import Fault
from workbook.screens.screen import Quiet, Screen


class MendState(Struct, frozen=True):
    """The faults, in the order of the file."""

    faults: tuple[Fault, ...]


class MendScreen(Screen[MendState]):
    """Shows them and waits; it goes by itself once the file is mended."""

    quiet: Quiet = "nothing"
