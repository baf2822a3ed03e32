"""Sentences that more than one screen says: troubles and what to do about them, times and minutes."""

from __future__ import annotations

from datetime import date, datetime
from gettext import gettext as _

from workbook.content import days
from workbook.couple.strength import Strength
from workbook.trouble import Trouble


def trouble(error: Exception) -> str:
    """What went wrong and what to do next, for the person in front of the screen."""
    if not isinstance(error, Trouble):
        return _("Something went wrong inside the program. What was saved is safe. Close the program and open it again.")
    sentences = {
        "wrong-passphrase": _(
            "That is not this space's passphrase. Check capital letters and the keyboard language, then try again."
        ),
        "wrong-code": _("That is not this space's recovery code, or it was replaced by a newer one. Nothing was changed."),
        "wrong-pin": _("That is not the PIN. After a few tries it is gone, and the passphrase opens this space again."),
        "pin-gone": _("The PIN is gone now. The passphrase opens this space."),
        "partner-first": _(
            "This space was emptied, so by itself it no longer opens what you share. At the door, choose the way for both: "
            "the other one comes in first, then you begin anew."
        ),
        "vault-damaged": _(
            "A file of this notebook is damaged, or its key file is of another day; it is not your passphrase. Nothing was "
            "changed. Copy the whole folder to a safe place before you try anything else."
        ),
        "keys-damaged": _(
            "The key file of this notebook cannot be read. Nothing was changed. "
            "Copy the whole folder to a safe place. If you have an older copy of it, try that one."
        ),
        "keys-older": _(
            "An older key file was put into this notebook's folder, and with it come older passphrases. A person may have done "
            "that, or a program that copies folders. Nothing was opened yet.\n\nIf you know why it is there, come in once more to "
            "go on. If you do not, come in once more, then go to “My key” and choose “Somebody knows it”."
        ),
        "no-notebook": _("There is no notebook in that folder. Check the folder, or begin a new notebook."),
        "open-elsewhere": _("This notebook is already open in another window. Close it there, then try again."),
        "notebook-newer": _(
            "This notebook was written by a newer version of the program ({version}). Install that version; nothing was changed."
        ),
        "upgrade-failed": _(
            "This version of the program could not bring a part of this notebook up to date, and left that part as it was. "
            "There is a backup of everything as it was before, in the notebook's folder. Come in once more; if it stays so, "
            "go on with the version you had before."
        ),
        "folder-not-empty": _("There is something in that folder already. Choose an empty folder."),
        "folder-within": _("That folder lies inside this notebook's own folder. Choose another place."),
        "folder-gone": _("The notebook's folder cannot be reached. Plug in the drive or put the folder back, then try again."),
        "no-folder": _("That folder is not there. Choose another one."),
        "bad-name": _("A file cannot be called that: the name is too long, or there is a folder of that name. Choose another one."),
        "disk-full": _("The disk is full. What is on the screen stays there. Free some space, then try again."),
        "read-only": _(
            "Nothing can be written to that place. What is on the screen stays there. Choose another place, or allow writing there."
        ),
        "save-failed": _("Saving did not work. What is on the screen stays there. Try again, or copy it somewhere safe."),
        "backup-damaged": _("This backup is damaged, so it was not put back. Choose another one."),
        "stopped": _("It was stopped. Everything is as it was before."),
        "no-docx": _(
            "Writing for Word needs a part that is not installed here (python-docx). "
            "Choose PDF or Markdown, or install couples-workbook[docx]. Nothing was written."
        ),
        "nothing-ticked": _("Nothing is ticked, so there would be nothing on the paper."),
        "target-open": _("The file is open in another program. Close it there, or choose another name."),
        "locked": _("This is locked now. Open your space again to go on."),
        "sealed": _("This answer is sealed, so it stays as it is. Until it is opened, you can take your half back."),
        "already-open": _("This has been opened by you both already, so it can no longer be taken back."),
        "seal-broken": _(
            "This answer is not the one that was sealed, so it was not opened. Nothing in your own space was changed."
        ),
        "file-there": _("There is a file of that name already, and it stays as it is. Choose another name."),
        "no-file": _("That file cannot be read. Choose another one."),
        "belongings-other": _("This is not a file that this program wrote out. Nothing was added."),
        "belongings-large": _("This file is larger than any this program writes out. Nothing was added."),
        "belongings-newer": _("A newer version of the program wrote this file. Install that version. Nothing was added."),
        "belongings-damaged": _("Something in this file is missing or was changed. Nothing was added."),
        "belongings-unknown": _(
            "There is an exercise in this file that this program does not know. A newer version may. Nothing was added."
        ),
        "demo-stopped": _("The demo cannot go on. The page it stands at says: {said}"),
        "memory-short": _("There is not enough free memory to open this safely. Close other programs, then try again."),
        "sqlite-too-old": _("A part of this program is too old to keep your words safely. Install the program again."),
    }
    sentence = sentences.get(error.code, _("Something did not work ({code}). What was saved is safe.")).replace(
        "{code}", error.code
    )
    for key, value in error.params.items():
        sentence = sentence.replace("{" + key + "}", value)
    return sentence


def curtain() -> str:
    """Where not everyone has a passphrase, put aside is not sealed, and this says so (G16)."""
    return _("Not everyone here has a passphrase, so this is a curtain and not a lock: it could be read before that.")


def strength(found: Strength) -> str:
    """What to think of a passphrase, plainly; it never refuses one, and says nothing where it does not know."""
    if found.level == "unknown":
        return ""
    if found.level == "good":
        return _("Hard to guess.")
    why = {
        "common": _("Many people use something like this, so it is tried first."),
        "word": _("A single word is found quickly. A few that have nothing to do with each other are better."),
        "keys": _("A row of keys or a repeat is tried early. A few plain words are better, and easier to remember."),
        "date": _("Dates are tried early, above all by someone who knows you."),
        "yours": _("It has a name in it that someone close would try first."),
        "short": _("It is short. One or two words more make it much harder to guess."),
    }.get(found.why, "")
    head = _("Fair.") if found.level == "fair" else _("Easy to guess. You can use it all the same.")
    return f"{head} {why}".strip()


def unreached(names: tuple[str, ...]) -> str:
    """Which backups a change did not reach, and what lies out of reach anyway."""
    elsewhere = _("Copies of the folder in other places are out of reach: on another disk, in a synced folder, or on paper.")
    if not names:
        return elsewhere
    listed = "\n".join(f"- {name}" for name in names)
    some = _("These backups could not be reached. It is tried again when somebody comes in; you can also delete them by hand:")
    return f"{some}\n\n{listed}\n\n{elsewhere}"


def done(share: float) -> str:
    """How much of a long piece of work is done."""
    return _("{share} of a hundred parts are done").replace("{share}", str(round(share * 100)))


def minutes(count: float) -> str:
    """A stretch of time, as one would say it."""
    whole = max(1, round(count))
    if whole > 2 * 60:
        return _("about {n} hours").replace("{n}", str(round(whole / 60)))
    return _("about a minute") if whole == 1 else _("about {n} minutes").replace("{n}", str(whole))


def clock_time(when: datetime, now: datetime) -> str:
    """A time of day, with the day where it is not today."""
    time = f"{when:%H:%M}"
    later = (when.date() - now.date()).days
    if later == 0:
        return time
    said = _("tomorrow at {time}") if later == 1 else _("{weekday} at {time}")
    return said.replace("{weekday}", days.weekdays()[when.weekday()]).replace("{time}", time)


def day(when: date) -> str:
    """A day in words, such as "Tuesday, 3 May"."""
    said = _("{weekday}, {day} {month}").replace("{weekday}", days.weekdays()[when.weekday()])
    return said.replace("{day}", str(when.day)).replace("{month}", days.months()[when.month - 1])
