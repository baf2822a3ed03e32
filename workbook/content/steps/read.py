"""A page to read, with nothing to fill in."""

from workbook.content.step import Step


class Read(Step, frozen=True, tag="read"):
    """Words to read before going on."""
