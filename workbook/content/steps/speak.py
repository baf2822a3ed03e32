"""Speaking aloud, eyes off the screen: the screen keeps the time and says whose turn it is."""

from workbook.content.step import Step


class Speak(Step, frozen=True, tag="speak", kw_only=True):
    """What each does in turn, aloud; `seconds` is for one turn, `say` tells the speaker, `listen` the listener."""

    say: str
    listen: str
    seconds: int = 120

    def texts(self) -> tuple[str, ...]:
        """Both sets of words are read."""
        return (*super().texts(), self.say, self.listen)
