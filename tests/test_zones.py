"""Time zones: days and hours keep the zone that is named, and two local days may be one moment."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from test_times import times

from onrecord.find.times import elsewhere
from onrecord.knowledge.states import states
from onrecord.knowledge.zones import ahead, day_elsewhere, may_be_one, zone_of_state, zone_words, zones

WEDNESDAY = date(2025, 7, 30)
WASHINGTON, SEOUL, LONDON = "America/New_York", "Asia/Seoul", "Europe/London"


@pytest.mark.parametrize(
    ("text", "words", "value", "zone"),
    [
        ("It starts at 12:01 a.m. Eastern time on Friday.", None, "2025-08-01T00:01", WASHINGTON),
        ("It starts at 9 p.m. Washington time.", None, "2025-07-30T21:00", WASHINGTON),
        ("It starts at 10:30 a.m. KST on Monday.", None, "2025-08-04T10:30", SEOUL),
        ("The cut takes effect at midnight in Seoul on Friday.", "midnight", "2025-08-01T24:00", SEOUL),
        ("The cut takes effect at noon in Tokyo.", None, "2025-07-30T12:00", "Asia/Tokyo"),
        ("They signed it Thursday, local time.", None, "2025-07-24", "local"),
        ("They signed it in Geneva on Thursday, local time.", None, "2025-07-24", "Europe/Paris"),
        ("They signed it on Thursday (Seoul time).", None, "2025-07-24", SEOUL),
        ("They signed it on July 31 Seoul time.", None, "2025-07-31", SEOUL),
        ("It starts at midnight Washington time on Friday.", None, "2025-08-01T24:00", WASHINGTON),
        # told again on another clock: the day behind the brackets is of the first one
        ("It left at 12:01 a.m. EDT (0401 GMT) Friday.", None, "2025-07-25T00:01", WASHINGTON),
        ("It starts at 5 p.m. EST (2200 GMT) on Friday, they will say.", None, "2025-08-01T17:00", WASHINGTON),
        ("It left at 12:01 a.m. (0401 GMT) on Monday.", None, "2025-07-28T00:01", ""),
        ("It starts at midnight (04:00 GMT) on Aug. 7.", None, "2025-08-07T24:00", ""),
        (
            "It starts at 00:01 Beijing time (1601 GMT) on Friday, it will say.",
            None,
            "2025-08-01T00:01",
            "Asia/Shanghai",
        ),
        ("The cut starts at noon in Tokyo (0300 GMT) on Friday.", "noon", "2025-08-01T12:00", "Asia/Tokyo"),
        ("It left at 8 p.m. EDT (0000 GMT Tuesday) on Monday, July 21.", None, "2025-07-21T20:00", WASHINGTON),
        ("It left at 8 p.m. EDT (0000 GMT) on Monday, July 21.", None, "2025-07-21T20:00", WASHINGTON),
        ("It left at 4 p.m. (GMT) on Monday.", None, "2025-07-28T16:00", ""),
        ("It left at 5 p.m. (6 a.m. in Seoul) on Monday.", None, "2025-07-28T17:00", ""),
        ("It left at 5 p.m. on Monday, July 21.", None, "2025-07-21T17:00", ""),
        # near misses
        ("It left at 9 p.m. EDT (0100 GMT Tuesday).", "Tuesday", "2025-07-29", ""),
        ("It left at 9 p.m. (see page 0401) on Monday.", "Monday", "2025-07-28", ""),
        ("He told the Washington Times on Thursday.", None, "2025-07-24", ""),
        ("They met in Seoul on Tuesday.", None, "2025-07-29", ""),
        ("This time the Seoul delegation left on Tuesday.", None, "2025-07-29", ""),
        ("By the time Washington answered on Thursday, it fell.", None, "2025-07-24", ""),
        ("They landed in Seoul at 9 p.m. on Tuesday.", None, "2025-07-29T21:00", ""),
    ],
)
def test_a_time_keeps_its_zone(text: str, words: str | None, value: str, zone: str) -> None:
    found = [mention for mention in times(text, WEDNESDAY) if words in (None, mention.of(text))]
    assert [(mention.value, mention.zone) for mention in found] == [(value, zone)]


def test_a_zone_is_looked_for_beside_its_time_only() -> None:
    import time

    begun = time.process_time()
    found = times("It fell to 9 p.m. EST on Friday " * 2000, WEDNESDAY)
    assert {mention.zone for mention in found} == {WASHINGTON}
    assert time.process_time() - begun < 6


def test_zones_are_kept_where_the_day_is_unknown() -> None:
    (mention,) = times("It starts at 12:01 a.m. Eastern time on Friday, they will say.", None)
    assert (mention.type, mention.value, mention.zone) == ("TIME", "XXXX-XX-XXT00:01", WASHINGTON)
    assert mention.days is not None
    assert (mention.days.known, mention.days.offset) == (False, "+XXXX-WXX-5")
    assert elsewhere(mention, SEOUL) is None


def test_a_moment_is_another_day_elsewhere() -> None:
    (evening,) = times("It was 9 p.m. Washington time.", WEDNESDAY)
    assert elsewhere(evening, SEOUL) == date(2025, 7, 31)
    assert elsewhere(evening, WASHINGTON) == WEDNESDAY
    (midnight,) = times("It ends at midnight in Seoul.", WEDNESDAY)
    assert elsewhere(midnight, WASHINGTON) == WEDNESDAY
    (day,) = times("They signed it on Thursday (Seoul time).", WEDNESDAY)
    assert elsewhere(day, WASHINGTON) is None


@pytest.mark.parametrize(
    ("day", "zone", "other", "there", "one"),
    [
        (date(2025, 7, 30), WASHINGTON, date(2025, 7, 31), SEOUL, True),
        (date(2025, 7, 30), WASHINGTON, date(2025, 7, 30), SEOUL, True),
        (date(2025, 7, 31), WASHINGTON, date(2025, 7, 30), SEOUL, False),
        (date(2025, 7, 30), WASHINGTON, date(2025, 8, 1), SEOUL, False),
        (date(2025, 7, 31), SEOUL, date(2025, 7, 30), WASHINGTON, True),
        (date(2025, 7, 30), SEOUL, date(2025, 7, 31), "Asia/Tokyo", False),
        (date(2025, 7, 30), "local", date(2025, 7, 31), SEOUL, True),
        (date(2025, 7, 30), "", date(2025, 7, 31), "", False),
        (date(2025, 7, 30), "", date(2025, 7, 30), "", True),
    ],
)
def test_local_days_may_be_one_moment(day: date, zone: str, other: date, there: str, one: bool) -> None:
    assert may_be_one(day, zone, other, there) is one
    assert may_be_one(other, there, day, zone) is one


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (WASHINGTON, date(2025, 3, 8), -5),
        (WASHINGTON, date(2025, 3, 9), -4),
        (WASHINGTON, date(2025, 11, 1), -4),
        (WASHINGTON, date(2025, 11, 2), -5),
        (LONDON, date(2025, 3, 29), 0),
        (LONDON, date(2025, 3, 30), 1),
        (LONDON, date(2025, 10, 26), 0),
        ("Australia/Sydney", date(2025, 1, 1), 11),
        ("Australia/Sydney", date(2025, 7, 1), 10),
        ("Pacific/Auckland", date(2025, 9, 28), 13),
        ("Asia/Kolkata", date(2025, 7, 1), 5.5),
    ],
)
def test_clocks_go_ahead_in_summer(zone: str, day: date, hours: float) -> None:
    assert ahead(zone, day) == timedelta(hours=hours)


@given(some.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)), some.sampled_from(sorted(zones())))
def test_the_days_of_one_moment_may_be_one(moment: datetime, zone: str) -> None:
    there = day_elsewhere(moment, WASHINGTON, zone)
    assert may_be_one(moment.date(), WASHINGTON, there, zone)


def test_zones_are_named_once_and_of_known_states() -> None:
    words = [word for row in zones().values() for word in (*row.says, *row.abbr)]
    assert sorted({word for word in words if words.count(word) > 1}) == []
    codes = [code for row in zones().values() for code in row.states]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []
    assert set(codes) <= states().keys()
    assert (zone_of_state("KR"), zone_of_state("XX"), zone_words()["Eastern"]) == (SEOUL, "", WASHINGTON)
