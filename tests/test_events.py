"""Named events: which is meant and when it was (``cases/events.txt``), what is counted from them, and their table."""

from datetime import date

import pytest
from casefile import phrasings
from test_times import TUESDAY, meaning, times

from onrecord.find.sentences import sentences
from onrecord.find.times import find_events
from onrecord.knowledge.agreements import agreements
from onrecord.knowledge.events import Event, EventSeries, events
from onrecord.knowledge.states import states
from onrecord.knowledge.tables import table
from onrecord.model.days import Days
from onrecord.model.mention import EventMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span


def named(text: str, day: date | None) -> tuple[EventMention, ...]:
    found = tuple(
        Sentence(start=span.start, end=span.end, paragraph=0) for span in sentences(text, Span(start=0, end=len(text)))
    )
    return find_events(text, found, times(text, day), Days(first=day, last=day) if day else None)


@pytest.mark.parametrize(("day", "wanted", "phrasing"), list(phrasings("events")))
def test_an_event_is_named_and_was(day: date | None, wanted: str, phrasing: str) -> None:
    text = phrasing.replace("[", "").replace("]", "")
    found = named(text, day)
    if wanted == "nothing":
        assert found == (), "found too much"
        return
    start = phrasing.index("[")
    (mention,) = found
    assert mention.of(text) == phrasing[start + 1 : phrasing.index("]")]
    assert (mention.days.edtf if mention.days else "none") == wanted
    assert (mention.held is None) == (wanted == "none")
    assert mention.candidates == () if mention.held else mention.name == ""


def test_an_event_is_no_time_expression() -> None:
    assert times("They spoke at the Osaka summit, ahead of the U.S. presidential election.") == ()


def test_of_several_events_all_names_are_kept() -> None:
    (mention,) = named("at the Trump-Kim summit", None)
    assert mention.candidates == ("Trump-Kim summit of 2018", "Trump-Kim summit of 2019")
    assert mention.rule == "event/undated"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two weeks after the Hanoi summit he flew home.", "2019-03-11~/2019-03-17~"),
        ("It came a day before the Hanoi summit.", "2019-02-26"),
        ("It came three months after the signing of RCEP.", "2021-02~"),
        ("It came two weeks after the G20 summit in London.", "P2W"),
        ("Envoys met for talks in Oslo on 24 April. Two days after the talks, it fell.", "2025-04-26"),
        ("The talks, held in Oslo on 24 April, failed. Two days after the talks, it fell.", "2025-04-26"),
        ("Friday's hearing was short. A day after the hearing, it fell.", "2025-05-24"),
        ("Talks on 24 April and talks on 2 May failed. Two days after the talks, it fell.", "P2D"),
        ("Talks in Oslo on 24 April failed. Two days after the talks in Rome, it fell.", "P2D"),
        ("The dinner was on 24 April. Two days after the talks, it fell.", "P2D"),
    ],
)
def test_a_length_is_counted_from_an_event(text: str, wanted: str) -> None:
    assert wanted in [meaning(mention) for mention in times(text, TUESDAY) if mention.rule == "event"]


def test_lengths_are_counted_from_events_where_the_day_is_unknown() -> None:
    (mention,) = times("A day after the Osaka summit they spoke.", None)
    assert meaning(mention) == "2019-06-30"


def test_an_uncertain_day_resolves_only_what_both_its_ends_say() -> None:
    text = "They met at the G20 summit."
    found = (Sentence(start=0, end=len(text), paragraph=0),)
    (sure,) = find_events(text, found, (), Days(first=date(2019, 7, 1), last=date(2019, 7, 9)))
    (unsure,) = find_events(text, found, (), Days(first=date(2018, 12, 3), last=date(2019, 7, 1)))
    assert sure.name == "G20 summit of 2019"
    assert (unsure.name, unsure.days) == ("", None)


@pytest.mark.parametrize("event", events(), ids=lambda event: event.name)
def test_an_event_has_words_a_source_and_days(event: Event) -> None:
    assert event.source
    assert event.first <= event.last
    assert event.state in {"", *states()}
    assert event.series or event.says or event.agreement
    assert bool(event.agreement) == bool(event.happening)
    for words in event.says:
        text = f"It was told of the {words} that day{''.join(f' in {one}' for one in event.needs[:1])}."
        (mention,) = named(text, event.last)
        assert (mention.name, mention.of(text)) == (event.name, words)


@pytest.mark.parametrize("phrase", ["The G20 summit ", "Two weeks after the G20 summit on Liberation Day, "])
def test_events_are_found_in_linear_time(phrase: str) -> None:
    import time

    begun = time.process_time()
    named(phrase * 3000, TUESDAY)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("series", table("event_series.csv", EventSeries), ids=lambda series: series.name)
def test_the_words_of_a_series_name_its_events(series: EventSeries) -> None:
    rows = [event for event in events() if event.series == series.name]
    assert rows == sorted(rows, key=lambda event: event.first) or series.states
    adjective = f"{states()[rows[0].state].adjectives[0]} " if series.states else ""
    for words in series.says:
        (mention,) = named(f"He spoke at the {rows[0].first.year} {adjective}{words}.", None)
        assert rows[0].name in (mention.name, *mention.candidates)


def test_events_are_listed_once_and_rest_on_known_rows() -> None:
    rows = [(event.name, event.first) for event in events()]
    assert sorted({row for row in rows if rows.count(row) > 1}) == []
    assert {event.agreement for event in events()} <= {"", *(row.name for row in agreements())}
    series = {row.name for row in table("event_series.csv", EventSeries)}
    assert {event.series for event in events()} <= {"", *series} <= {"", *(event.series for event in events())}
