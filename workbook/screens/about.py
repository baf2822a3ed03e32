"""What is said of an exercise before it begins, on screen and on paper alike."""

from __future__ import annotations

from gettext import gettext as _


def not_for_words(code: str) -> str:
    """For whom an exercise is not, as a sentence."""
    return {
        "fear-of-partner": _("you are afraid of your partner"),
        "recent-betrayal": _("an affair or another betrayal came to light in the last three months"),
        "active-addiction": _("drinking, drugs or another addiction is going on without treatment"),
        "recent-violence": _("there was violence between you"),
        "first-session-low-goodwill": _("there is hardly any goodwill between you just now"),
        "crisis": _("you are in a crisis"),
    }[code]


def intensity_words(intensity: str) -> str:
    """How much it may stir up, in a word or two; nothing between gentle and strong."""
    return {"low": _("Gentle."), "mid": "", "high": _("It can stir things up.")}[intensity]


def therapist_words(code: str) -> str:
    """What it means that an exercise wants a therapist in the room."""
    return {
        "first": _("This one comes with a promise: to do it with a therapist. Please do not try it alone at home."),
        "recommended": _("This one is better with a therapist in the room."),
    }[code]


def evidence_words(code: str) -> str:
    """How well something is studied, in a word a reader knows."""
    return {
        "strong": _("well studied"),
        "some": _("studied a little"),
        "practice": _("known from practice"),
        "own": _("our own idea"),
    }[code]
