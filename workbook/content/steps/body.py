"""Where the body spoke up, as a list of places that works by keyboard; words are always an equal choice."""

from workbook.content.fields import BodyMap, Field, Option
from workbook.content.step import Step


class Body(Step, frozen=True, tag="body", kw_only=True):
    """Places in the body, each with more or less going on, or simply a few words."""

    places: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The list of places, with room for words."""
        return (BodyMap(id="map", label=self.title, places=self.places),)

    def texts(self) -> tuple[str, ...]:
        """The places are read too."""
        return (*super().texts(), *(place.text for place in self.places))
