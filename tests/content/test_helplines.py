"""Help lines: traceable, dated, and never a number that nobody saw."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from msgspec.structs import replace

from workbook.content.fault import Faulty
from workbook.content.helplines import KINDS, Country, HelpLine, HelpPage, help_lines, help_page, stale

FILE = Path(__file__).parents[2] / "resources" / "help-lines.yaml"

TWELVE = {"us", "gb", "ie", "ca", "au", "nz", "de", "at", "ch", "fr", "es", "nl"}

HOSTS = {
    "3114.fr": "the French line itself, run for the ministry of health",
    "247sexualabusesupport.org.uk": "Rape Crisis England & Wales",
    "canada.ca": "Government of Canada",
    "ch.ch": "Swiss Confederation, cantons and communes",
    "drcc.ie": "Dublin Rape Crisis Centre",
    "findahelpline.com": "Find A Helpline itself",
    "merrionstreet.ie": "Irish Government News Service",
    "ministers.dss.gov.au": "Australian Department of Social Services",
    "ovc.ojp.gov": "US Department of Justice",
    "rtr.at": "Austrian telecoms authority",
    "samaritans.org": "Samaritans",
    "womensrefuge.org.nz": "Women's Refuge",
    "www.113.nl": "113 Zelfmoordpreventie",
    "www.bundesregierung.de": "German Federal Government",
    "www.canada.ca": "Government of Canada",
    "www.centrumseksueelgeweld.nl": "Centrum Seksueel Geweld",
    "www.egalite-femmes-hommes.gouv.fr": "French ministry for equality",
    "www.govt.nz": "New Zealand Government",
    "www.health.act.gov.au": "ACT Government",
    "www.hilfetelefon.de": "the German line itself, run by a federal office",
    "www.justice.gov": "US Department of Justice",
    "www.lifeline.org.au": "Lifeline Australia",
    "mobile.interieur.gouv.fr": "French ministry of the interior",
    "www.politie.nl": "Dutch police",
    "www.polizei.gv.at": "Austrian police",
    "www.refuge.org.uk": "Refuge",
    "www.rijksoverheid.nl": "Dutch government",
    "www.samhsa.gov": "US Department of Health and Human Services",
    "www.service-public.fr": "French public administration",
    "www.womensaid.ie": "Women's Aid",
    "www2.hse.ie": "Irish Health Service Executive",
    "youth.devon-cornwall.police.uk": "Devon & Cornwall Police",
}
"""Whose page each source is: only the organisation that answers, or a public authority."""


@pytest.fixture(scope="module")
def page() -> HelpPage:
    return help_page(FILE)


@pytest.fixture(scope="module")
def every_line(page: HelpPage) -> list[HelpLine]:
    return [line for country in page.countries for line in country.lines]


def an_entry(**changes: object) -> dict[str, object]:
    """A help line as an author writes it, for a service that does not exist."""
    entry: dict[str, object] = {
        "kind": "suicide",
        "name": "A line",
        "number": "000 111",
        "hours": "",
        "languages": ["English"],
        "source": "https://example.org",
        "checked_on": "2024-02-29",
        "check_by": "2025-02-28",
    }
    return entry | changes


def a_line(**changes: object) -> HelpLine:
    return msgspec.convert(an_entry(**changes), HelpLine)


def test_each_of_the_twelve_countries_is_there_with_an_emergency_number(page: HelpPage) -> None:
    countries = {country.id: country for country in page.countries}
    assert countries.keys() == TWELVE | {"other"}
    for country in countries.values():
        assert any(line.number for line in country.lines_for("emergency")), country.name


def test_the_countries_are_those_of_the_page(page: HelpPage) -> None:
    assert help_lines(FILE) == page.countries


def test_every_country_has_its_own_id_and_name(page: HelpPage) -> None:
    assert len({country.id for country in page.countries}) == len(page.countries)
    assert len({country.name for country in page.countries}) == len(page.countries)


@pytest.mark.parametrize("missing", ["source", "checked_on", "check_by", "number", "hours", "languages"])
def test_an_entry_that_leaves_out_what_must_be_known_fails(missing: str) -> None:
    entry = an_entry()
    del entry[missing]
    with pytest.raises(msgspec.ValidationError, match=missing):
        msgspec.convert(entry, HelpLine)


@pytest.mark.parametrize("source", ["", "http://example.org", "a leaflet", "someone told me"])
def test_an_entry_whose_source_is_no_https_address_fails(source: str) -> None:
    with pytest.raises(msgspec.ValidationError, match="https"):
        a_line(source=source)


def test_an_entry_with_no_way_to_reach_anyone_fails() -> None:
    with pytest.raises(msgspec.ValidationError, match="a number, a text or a chat"):
        a_line(number="")


def test_a_number_stays_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "lines.yaml"
    file.write_text(FILE.read_text(encoding="utf-8").replace('number: "000"', "number: 016"), encoding="utf-8")
    numbers = [line.number for country in help_lines(file) for line in country.lines]
    assert "016" in numbers
    assert "14" not in numbers


@pytest.mark.parametrize(
    ("stands", "becomes", "told"),
    [
        ('number: "988"', 'phone: "988"', "phone"),
        ("source: https://drcc.ie", "source: http://drcc.ie", "https"),
        ('"2024-12-17"', '"2024-12-37"', "checked_on"),
        ("kind: suicide", "kind: [suicide", "well-formed"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_mend(tmp_path: Path, stands: str, becomes: str, told: str) -> None:
    file = tmp_path / "lines.yaml"
    text = FILE.read_text(encoding="utf-8")
    assert stands in text
    file.write_text(text.replace(stands, becomes, 1), encoding="utf-8")
    with pytest.raises(Faulty, match=told):
        help_lines(file)


def test_a_word_that_is_no_kind_of_help_fails() -> None:
    with pytest.raises(msgspec.ValidationError, match="kind"):
        a_line(kind="parking")


def test_every_source_belongs_to_the_organisation_or_to_a_public_authority(page: HelpPage, every_line: list[HelpLine]) -> None:
    sources = [line.source for line in every_line] + [page.directory.source, page.directory.address]
    assert {urlsplit(source).scheme for source in sources} == {"https"}
    assert {urlsplit(source).hostname for source in sources} == HOSTS.keys()


def test_nobody_claims_to_have_checked_a_number_in_the_future(every_line: list[HelpLine]) -> None:
    assert all(line.checked_on <= date.today() for line in every_line)


def test_every_line_is_to_be_checked_again_within_a_year(every_line: list[HelpLine]) -> None:
    for line in every_line:
        assert timedelta(0) < line.check_by - line.checked_on <= timedelta(days=366), line.name


def test_every_line_says_how_its_day_was_found(every_line: list[HelpLine]) -> None:
    for line in every_line:
        assert re.search(r"\b(19|20)[0-9]{2}\b", line.note), f"{line.name}: the note names no year"


def test_a_line_that_carries_no_checked_number_offers_another_way(every_line: list[HelpLine]) -> None:
    for line in every_line:
        assert re.fullmatch(r"[0-9][0-9 -]*( or [0-9]+)?", line.number) or (not line.number and (line.text or line.chat)), line.name


def test_no_number_stands_anywhere_but_in_a_line_with_a_source(page: HelpPage) -> None:
    around = [page.about, page.caution, page.missing, page.directory.note, page.directory.name]
    around += [country.name for country in page.countries]
    assert not re.search("[0-9]", " ".join(around))
    for country in page.countries:
        numbers = {line.number for line in country.lines}
        assert set(re.findall("[0-9]+", country.about)) <= numbers, country.name


def test_lines_come_in_the_order_of_the_kinds(page: HelpPage) -> None:
    for country in page.countries:
        places = [KINDS.index(line.kind) for line in country.lines]
        assert places == sorted(places), country.name


def test_a_kind_without_a_checked_number_has_no_line() -> None:
    country = Country(id="xx", name="Somewhere", lines=(a_line(),))
    assert country.lines_for("suicide") == (a_line(),)
    assert country.lines_for("substance-use") == ()


@pytest.mark.parametrize(("days", "told"), [(-1, False), (0, False), (1, True), (4000, True)])
def test_a_caution_shows_only_once_the_day_to_check_again_has_passed(days: int, told: bool) -> None:
    line = replace(a_line(), check_by=date(2025, 2, 28))
    assert stale(line, line.check_by + timedelta(days=days)) is told


def test_the_words_keep_the_european_number_to_the_european_union(page: HelpPage) -> None:
    other = next(country for country in page.countries if country.id == "other")
    assert "In the European Union it is 112" in other.about
    assert "do not rely on 112" in other.about
