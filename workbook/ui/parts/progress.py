"""Where somebody is, in quiet words: no bar that fills, nothing that counts."""

from __future__ import annotations

from workbook.ui.parts.prose import Words


class Where(Words):
    """ "Step 3 of 9, about 12 minutes left"."""

    def __init__(self) -> None:
        super().__init__("", "small", quiet=True)

    def stand_at(self, step: int, steps: int, minutes: float) -> None:
        """Say it; `minutes` is what is left by our estimate."""
        self.setText(f"Step {step} of {steps}, {about(minutes)}")


def about(minutes: float) -> str:
    """How long is left, as one would say it."""
    if minutes < 1:
        return "nearly there"
    whole = round(minutes)
    return "about a minute left" if whole == 1 else f"about {whole} minutes left"
