"""Our own words for feelings, in three rings: plain ones, closer ones, and those that are hard to find when one is tired."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import Option, Ring


def rings() -> tuple[Ring, ...]:
    """The three rings, from plain to fine; none is deeper or better, and one word is enough."""
    return (
        Ring(
            _("Plain words"),
            (
                Option("sad", _("Sad")),
                Option("scared", _("Scared")),
                Option("angry", _("Angry")),
                Option("hurt", _("Hurt")),
                Option("ashamed", _("Ashamed")),
                Option("lonely", _("Lonely")),
                Option("numb", _("Numb")),
                Option("calm", _("Calm")),
                Option("glad", _("Glad")),
                Option("loving", _("Loving")),
            ),
        ),
        Ring(
            _("A little closer"),
            (
                Option("let-down", _("Let down")),
                Option("left-out", _("Left out")),
                Option("worried", _("Worried")),
                Option("tense", _("Tense")),
                Option("annoyed", _("Annoyed")),
                Option("helpless", _("Helpless")),
                Option("guilty", _("Guilty")),
                Option("embarrassed", _("Embarrassed")),
                Option("jealous", _("Jealous")),
                Option("worn-out", _("Worn out")),
                Option("mixed-up", _("Mixed up")),
                Option("relieved", _("Relieved")),
                Option("hopeful", _("Hopeful")),
                Option("thankful", _("Thankful")),
            ),
        ),
        Ring(
            _("Hard to find when you are tired"),
            (
                Option("invisible", _("Invisible")),
                Option("not-wanted", _("Not wanted")),
                Option("not-enough", _("Not enough")),
                Option("too-much", _("Too much")),
                Option("alone-with-it", _("Alone with it")),
                Option("on-guard", _("On guard")),
                Option("cornered", _("Cornered")),
                Option("homesick", _("Homesick, at home")),
                Option("grieving", _("Grieving")),
                Option("far-away", _("Far away")),
                Option("longing", _("Longing")),
                Option("touched", _("Touched")),
                Option("at-home", _("At home with you")),
            ),
        ),
    )
