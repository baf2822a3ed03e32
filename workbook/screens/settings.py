"""How it behaves for me: one's own settings, kept in one's own space, in force while one is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.helplines import HelpPage
from workbook.couple import habits
from workbook.couple.habits import Setting
from workbook.couple.people import PersonId
from workbook.couple.ports import Notebook
from workbook.screens import spelling, words
from workbook.screens.hall import Outside
from workbook.screens.myspace import Errand
from workbook.screens.row import Row
from workbook.screens.screen import Screen, View


class SettingsState(Struct, frozen=True, kw_only=True):
    """The settings in the order they are shown, what was typed to find one, and how the last change went.

    `elsewhere` are those that have a page of their own.
    """

    rows: tuple[Row, ...] = ()
    elsewhere: tuple[Errand, ...] = ()
    words: str = ""
    status: str = ""
    trouble: str = ""


class SettingsScreen(Screen[SettingsState]):
    """Keeps what is picked at once; there is nothing to confirm."""

    def __init__(
        self,
        me: PersonId,
        for_two: bool,
        notebook: Notebook,
        outside: Outside,
        *,
        elsewhere: tuple[Errand, ...] = (),
        learn: Callable[[Mapping[str, str]], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._for_two, self._notebook, self._learn, self.back = me, for_two, notebook, learn, back
        self._jobs, self._looks, self._speller = outside.jobs, outside.looks, outside.speller
        super().__init__(SettingsState(elsewhere=elsewhere))
        self._jobs.run(lambda: (notebook.space(me).settings(), outside.helplines()), self._read, self._failed)

    def attach(self, view: View[SettingsState]) -> None:
        """Show the page, with the looks as they are by now: keys change them, too."""
        now = self._looks.now()
        known = tuple(replace(row, picked=now.get(row.key, row.picked)) for row in self.state.rows)
        self.state = replace(self.state, rows=known)
        super().attach(view)

    def _read(self, found: tuple[Mapping[str, str], HelpPage]) -> None:
        settings, page = found

        def known(dictionaries: Mapping[str, str]) -> None:
            self._put(spelling.row(dictionaries, settings))
            self._try(settings)

        self.change(rows=(*rows(settings, self._for_two), spelling.looking(), *looks(self._looks.now(), page)))
        self._speller.found(known)  # another process, for which the other settings do not wait

    def _try(self, settings: Mapping[str, str]) -> None:
        """Whether the dictionary that is picked can be used; one that cannot is said beside it."""
        before = next(row for row in self.state.rows if row.key == habits.SPELLING)
        spelling.tried(self._speller, before, settings, self._put)

    def _put(self, row: Row) -> None:
        self.change(rows=tuple(row if other.key == row.key else other for other in self.state.rows))

    def find(self, words: str) -> None:
        """Show only the settings that hold these words."""
        self.change(words=words)

    def pick(self, key: str, value: str) -> None:
        """Pick a value; it counts from now on."""
        before = self.state.rows
        if any(setting.key == key for setting in habits.LOOKS):
            self.change(rows=tuple(replace(row, picked=value) if row.key == key else row for row in before), trouble="")
            self._looks.choose(key, value)
            return
        self.change(
            rows=tuple(replace(row, picked=value) if row.key == key else row for row in before), status=_("Saving …"), trouble=""
        )

        def work() -> Mapping[str, str]:
            space = self._notebook.space(self._me)
            space.set(key, value)
            return space.settings()

        def failed(error: Exception) -> None:
            self.change(rows=before)
            self._failed(error)

        self._jobs.run(work, self._kept, failed)

    def _kept(self, settings: Mapping[str, str]) -> None:
        self._learn(settings)
        self.change(status=_("Saved"))
        self._try(settings)

    def detach(self) -> None:
        """Whoever goes needs no dictionary any more."""
        super().detach()
        self._speller.rest()

    def _failed(self, error: Exception) -> None:
        self.change(status="", trouble=words.trouble(error))


def looks(chosen: Mapping[str, str], page: HelpPage) -> tuple[Row, ...]:
    """How it looks, for everyone at this computer."""
    countries = {country.id: country.name for country in page.countries}
    return (
        _row(
            habits.TEXT_SIZE,
            chosen,
            _("The size of words"),
            _("Ctrl and + or - does the same anywhere, and Ctrl and 0 brings back the usual size, for everyone at this computer."),
            *(f"{size} %" for size in habits.TEXT_SIZE.values),
        ),
        _row(
            habits.PALETTE,
            chosen,
            _("Colours"),
            _("For everyone at this computer, also before anybody is in."),
            *(_("As the computer has it"), _("Light"), _("Dark"), _("High contrast")),
        ),
        _row(
            habits.MOTION,
            chosen,
            _("May things move"),
            _("Without it, words stand in for the breathing circle, and nothing fades."),
            *(_("Yes"), _("No")),
        ),
        _row(
            habits.COUNTRY,
            chosen,
            _("The country whose help lines Help shows"),
            _("The program does not know where you are; what is picked shows on Help for everyone at this computer."),
            *(countries.get(country, _("None picked")) for country in habits.COUNTRY.values),
        ),
        _row(
            habits.LANGUAGE,
            chosen,
            _("Language"),
            _("It counts from the next start, for everyone at this computer; exercises keep the language they were written in."),
            *(_("As the computer has it"), _("English")),
        ),
    )


def _row(setting: Setting, chosen: Mapping[str, str], title: str, line: str, *named: str) -> Row:
    options = tuple(zip(setting.values, named, strict=True))
    also = _also().get(setting.key, "")
    return Row(key=setting.key, title=title, line=line, also=also, options=options, picked=setting.of(chosen))


def _also() -> dict[str, str]:
    """What else somebody may look for it with."""
    return {
        habits.TEXT_SIZE.key: _("text letters font zoom larger smaller"),
        habits.PALETTE.key: _("palette theme night background"),
        habits.MOTION.key: _("motion movement animation effects"),
        habits.COUNTRY.key: _("emergency crisis number place"),
        habits.LANGUAGE.key: _("translation"),
        habits.COVER.key: _("hide quick exit escape"),
        habits.LOCK.key: _("idle automatic timeout time"),
        habits.LATE_NOTE.key: _("evening warning"),
        habits.ON_THIS_DAY.key: _("memory year reminder"),
        habits.DIM.key: _("dim idle automatic time"),
        habits.LOCK_TALKING.key: _("idle automatic timeout time"),
        habits.OFFER_PIN.key: _("passphrase digits code"),
    }


def rows(settings: Mapping[str, str], for_two: bool) -> tuple[Row, ...]:
    """Every setting there is for this notebook, one row each."""

    def row(setting: Setting, title: str, line: str, *named: str) -> Row:
        return _row(setting, settings, title, line, *named)

    alone = (
        row(
            habits.COVER,
            _("The cover key"),
            _(
                "From anywhere it puts a blank page in front, keeps what you wrote and locks your space; "
                "Esc three times within a second always does that too."
            ),
            _("Esc three times"),
            _("F12 once"),
            _("Ctrl, Shift and Space"),
            _("Esc twice"),
        ),
        row(
            habits.LOCK,
            _("Left alone, my space locks after"),
            _("When nobody touches the keyboard or the mouse; what you wrote is kept."),
            *map(_minutes, habits.LOCK.values),
        ),
        row(
            habits.LATE_NOTE,
            _("A word about the hour"),
            _("Late at night, before an exercise that can stir things up, the page says that tomorrow is an option."),
            _("On"),
            _("Off"),
        ),
        row(
            habits.ON_THIS_DAY,
            _("On this day"),
            _("“Look back” then begins with what you wrote on this day in earlier years, for whoever likes that."),
            _("Off"),
            _("On"),
        ),
    )
    both = (
        row(
            habits.DIM,
            _("While you two talk, a quiet page comes after"),
            _("One press brings you back to where you were; if you two picked different times, the shorter one counts."),
            *map(_minutes, habits.DIM.values),
        ),
        row(
            habits.LOCK_TALKING,
            _("While you two talk, it locks after"),
            _("What was written is kept, and you both come in again; here too the shorter time counts."),
            *map(_minutes, habits.LOCK_TALKING.values),
        ),
        row(
            habits.OFFER_PIN,
            _("Offer a PIN for the evening"),
            _("Once a day at most, when you two pass the computer to and fro; in *My key* you can set one at any time."),
            _("Yes"),
            _("No"),
        ),
    )
    return (*alone, *both) if for_two else alone


def _minutes(count: str) -> str:
    hours = {"60": _("1 hour"), "120": _("2 hours")}
    return hours.get(count) or _("{n} minutes").replace("{n}", count)
