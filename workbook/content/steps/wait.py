"""The way goes on another day."""

from datetime import date, timedelta

from workbook.content.step import Answer, Step


class Wait(Step, frozen=True, tag="wait"):
    """A page to stop at; what comes after it opens `days` later."""

    days: int = 1

    def begun(self, today: date) -> Answer:
        """What is kept when somebody comes to this page."""
        return {"since": today.isoformat()}

    def opens(self, answer: Answer | None, today: date) -> date:
        """The day from which the way goes on; a clock that was set back does not make it longer than the days it takes."""
        since = date.fromisoformat(answer["since"]) if answer else today
        return min(since, today) + timedelta(days=self.days)
