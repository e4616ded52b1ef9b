"""What ``onrecord article DOC --why`` says of times, events and amounts."""

import json
from datetime import date

import pytest
from casefile import Case
from typer.testing import CliRunner

from onrecord.model.mention import TimeMention
from onrecord.show.cli import app
from onrecord.show.views.article import opened
from onrecord.show.views.notes import Note, length, notes, offset, plural, time
from onrecord.store import Database

TEXT = (
    "Envoys met last week, two weeks after the Osaka summit, and will meet again on Thursday. They meet twice a month. "
    "Exports of 3.5 billion dollars rose 4 percent in the third quarter. The truce lasts 90 days. Prices fell "
    "recently. It ends at 12:01 a.m. Eastern time on Friday. They spoke at the Trump-Kim summit."
)


def told(day: date | None) -> dict[str, Note]:
    return {note.words: note for note in notes(Case("case", day, TEXT).article())}


def test_a_time_is_told_with_its_days_their_edtf_and_its_rule() -> None:
    found = told(date(2019, 7, 16))
    week = found["last week"]
    assert (week.means, week.edtf, week.precision) == ("8-14 Jul 2019", "2019-07-08/2019-07-14", "week")
    assert (week.kind, week.rule, week.approx) == ("time", "unit", False)
    assert TEXT[week.start : week.end] == "last week"
    assert (found["two weeks"].means, found["two weeks"].approx) == ("about 8-14 Jul 2019", True)
    assert (found["a month"].means, found["a month"].edtf) == ("2 times every month", "")
    assert found["the third quarter"].edtf == "2019-35"
    assert found["90 days"].means == "90 days"
    assert found["recently"].means == "some time past"
    clock = found["12:01 a.m. Eastern time on Friday"]
    assert clock.means == "19 Jul 2019, 00:01, America/New_York"
    assert clock.edtf == "2019-07-19T00:01:00"


def test_where_the_day_is_unknown_offsets_are_told() -> None:
    found = told(None)
    assert found["last week"].means == "1 week before the article's day"
    assert found["Thursday"].means == "the Thursday after the article's day"
    assert (found["the third quarter"].means, found["the third quarter"].edtf) == ("XXXX-Q3", "")
    assert found["two weeks"].means == "about 8-14 Jul 2019"


def test_events_and_amounts_are_told() -> None:
    found = told(None)
    assert found["Osaka summit"].means.startswith("G20 summit of 2019, 28-29 Jun 2019")
    assert found["Trump-Kim summit"].means == "one of 2, not told which"
    assert (found["Osaka summit"].kind, found["Osaka summit"].rule) == ("event", "event/name")
    assert (found["3.5 billion dollars"].means, found["3.5 billion dollars"].kind) == ("USD 3.5bn", "amount")
    assert found["4 percent"].means == "up 4 %"
    assert [note.kind for note in notes(Case("case", None, TEXT).article()) if note.words == "90 days"] == ["time"]


@pytest.mark.parametrize(
    ("unit", "size", "words"),
    [
        ("country", 2, "countries"),
        ("country", 1, "country"),
        ("year of age", 5, "years old"),
        ("times", 2, "times as much"),
        ("square foot", 9, "square feet"),
        ("barrel per day", 4, "barrels per day"),
        ("box", 3, "boxes"),
        ("day", 3, "days"),
        ("percent", 3, "percent"),
        ("", 3, ""),
    ],
)
def test_a_unit_is_said_of_so_many(unit: str, size: float, words: str) -> None:
    assert plural(unit, size) == words


def test_multiples_and_ages_are_readable() -> None:
    text = "Exports doubled. Twice the number of ships came. The boy is 5 years old. It met two countries."
    found = {note.words: note.means for note in notes(Case("case", None, text).article())}
    assert found["doubled"] == "up to 2 times as much"
    assert found["Twice"] == "2 times as much"
    assert found["two countries"] == "2 countries"
    assert "5 years old" in found.values()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("-P1D", "1 day before the article's day"),
        ("P2W", "2 weeks after the article's day"),
        ("P0D", "the day of the article"),
        ("-XXXX-WXX-4", "the Thursday before the article's day"),
        ("+XXXX-WXX-1", "the Monday after the article's day"),
        ("odd", "odd"),
        ("", ""),
    ],
)
def test_an_offset_in_words(said: str, words: str) -> None:
    assert offset(said) == words


def test_lengths_and_sets_in_words() -> None:
    assert [length(value) for value in ("P1Y", "PXW", "P1Y6M", "PT5H")] == ["1 year", "some weeks", "P1Y6M", "5 hours"]
    fridays = TimeMention(start=0, end=1, type="SET", value="XXXX-WXX-5", quant="EVERY")
    assert time(fridays) == "every Friday"


def test_the_command_lists_times_and_amounts_only_where_asked_why(demo: Database) -> None:
    (doc,) = demo.named("0521-second-round.txt")
    assert opened(demo, doc).notes == ()
    assert {note.kind for note in opened(demo, doc, why=True).notes} >= {"time", "amount"}
    arguments = ["article", "0521-second-round.txt", "--record", str(demo.path)]
    plain = CliRunner().invoke(app, arguments)
    why = CliRunner().invoke(app, [*arguments, "--why"])
    assert "times and amounts" not in plain.output and "times and amounts" in why.output
    assert "a year earlier" in why.output and "2024-04" in why.output
    rows = json.loads(CliRunner().invoke(app, [*arguments, "--why", "--format", "json"]).output)["notes"]
    assert {"kind", "words", "means", "edtf", "precision", "approx", "rule"} <= rows[0].keys()
