"""Quarters, halves, seasons, decades, centuries: ``the third quarter of 2024``, ``last fall``, ``the late 1990s``."""

from datetime import date, timedelta

from onrecord.find.times.dates import part_of, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days, month_days, parted, unit_days

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """The days from a month's first to a month's last; months past 12 lie in the next year."""
    begin, end = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1), (year + (last - 1) // 12, (last - 1) % 12 + 1)
    return begin, month_days(*end)[1]


def read_quarter(parts: Parts, now: Now) -> Meaning | None:
    """A quarter by its number: of a year that is named, else the last one that had begun, or the next if ahead."""
    number = 4 if parts.text("nth") in ("last", "final") else parts.number("nth")
    if number is None or not 1 <= number <= 4 or parts.value("quarter") not in ("Q", ""):
        return None
    year = year_said(parts, now)
    if year is None:
        year = now.year
    if year is None:
        today = now.day("", f"XXXX-Q{number}")
        current = (today.month + 2) // 3
        year = today.year
        if now.tense == "future":
            year += number < current - 1
        else:
            year -= number > current if now.tense == "past" else number > current + 1
    first, last = months(year, number * 3 - 2, number * 3)
    first, last, approx = parted(first, last, part_of(parts))
    approx = approx or bool(parts.words("fiscal"))
    return Meaning(
        type="DATE", value=f"{year:04d}-Q{number}", mod=part_of(parts), first=first, last=last, approx=approx
    )


def read_half(parts: Parts, now: Now) -> Meaning | None:
    """``the first half of 2019``, ``the second half of last year``."""
    number = 2 if parts.text("nth") == "last" else parts.number("nth")
    year = year_said(parts, now)
    if number not in (1, 2):
        return None
    if year is None:
        today = now.day()
        year = today.year - (now.tense == "past" and number == 2 and today.month < 7)
    first, last = months(year, number * 6 - 5, number * 6)
    return Meaning(type="DATE", value=f"{year:04d}-H{number}", first=first, last=last)


def read_half_month(parts: Parts, now: Now) -> Meaning | None:
    """``the first half of June``: days 1-15 or 16-end."""
    month = parts.number("month")
    if not month:
        return None
    year = year_said(parts, now) or now.year
    if year is None:
        today = now.day("", f"XXXX-{month:02d}")
        year = (
            today.year
            - (now.tense != "future" and month > today.month)
            + (now.tense == "future" and month < today.month)
        )
    first, last = month_days(year, month)
    middle = date(year, month, 15)
    early = parts.number("nth") == 1
    return Meaning(
        type="DATE",
        value=f"{year:04d}-{month:02d}",
        mod="START" if early else "END",
        first=first if early else add_days(middle, 1),
        last=middle if early else last,
    )


def read_season(parts: Parts, now: Now) -> Meaning | None:
    """``last fall``, ``this summer``, ``spring 2020``."""
    season, shift = parts.value("season"), parts.value("shift")
    if (
        season == "FA"
        and parts.before() in ("a", "sharp", "steep", "slight", "big")
        and parts.words("season")[0].text == "fall"
    ):
        return None  # "a fall in this year's exports"
    year = year_said(parts, now)
    if year is None:
        if not shift and not _is_season(parts):
            return None
        today = now.day("", f"XXXX-{season}")
        year = today.year
        first, last = months(year, *SEASONS[season])
        if shift == "-1" and last >= today:
            year -= 1
        elif shift == "1" and first <= today:
            year += 1
        elif shift == "" and now.tense == "past" and first > today and (_in_season(parts) or first - today > _SOON):
            year -= 1
        elif shift == "" and now.tense == "future" and last < today:
            year += 1
        elif season == "WI" and today.month < 3 and shift in ("", "0"):
            year -= 1
    first, last, _ = parted(*months(year, *SEASONS[season]), part_of(parts))
    return Meaning(type="DATE", value=f"{year:04d}-{season}", mod=part_of(parts), first=first, last=last, approx=True)


_WHEN = frozenset(
    ("in", "by", "until", "till", "of", "since", "through", "throughout", "over", "during", "after", "before")
)


_SOON = timedelta(days=60)


def _in_season(parts: Parts) -> bool:
    """Whether something happens in the season; "a summer showdown" may still lie ahead."""
    return bool(parts.text("det") or part_of(parts)) or parts.before() in _WHEN


def _is_season(parts: Parts) -> bool:
    """Whether a bare season is one: not a fall of prices, a spring of water or a verb; winter has no other sense."""
    if parts.words("season")[0].text.lower() in ("fall", "spring"):
        if parts.after() == "of" or (parts.text("det") and parts.after() in ("in", "from")):
            return False
        return _in_season(parts)
    return True


def read_decade(parts: Parts, now: Now) -> Meaning | None:
    """``the late 1990s``."""
    decade = int(parts.value("decade"))
    if not 150 <= decade <= 210:
        return None
    word = parts.words("decade")[0].text
    if word.isalpha() and parts.before() != "the" and parts.text("det") != "the":
        return None
    if len(word) < 4 and not (parts.text("det") or part_of(parts)):
        return None
    first, last, _ = parted(date(decade * 10, 1, 1), date(decade * 10 + 9, 12, 31), part_of(parts))
    return Meaning(
        type="DATE", value=f"{decade:03d}", mod=part_of(parts), first=first, last=last, approx=bool(part_of(parts))
    )


def read_century(parts: Parts, now: Now) -> Meaning | None:
    """``the 20th century``."""
    if parts.value("unit") != "C":
        return None
    number = (parts.number("nth") or 0) - 1
    if not 0 < number < 30:
        return None
    first, last, _ = unit_days(date(number * 100, 1, 1), "C")
    return Meaning(type="DATE", value=f"{number:02d}", mod=part_of(parts), first=first, last=last)


RULES = (
    Rule(
        "quarter",
        "part:(PART)? (the?"
        " (fiscal:(fiscal)|calendar|current|latest|past|year:(fouryear)|yshift:((last|this|next) unit) genitive)?"
        " hyphen? nth:(ordinal|dayth) hyphen? quarter:(unit)|nth:(quartername)) YEAR?",
        read_quarter,
    ),
    Rule("last-quarter", "the? nth:(last) quarter:(unit) YEAR", read_quarter),
    Rule(
        "year-quarter",
        "year:(fouryear) hyphen? nth:(quartername|halfname)",
        lambda parts, now: read_quarter(parts, now) if "q" in parts.text("nth") else read_half(parts, now),
    ),
    Rule("half", "(the? nth:(ordinal|last) half|nth:(halfname)) (YEAR|of the unit)", read_half),
    Rule("half-month", "the? nth:(ordinal) half of month:(month) YEAR?", read_half_month),
    Rule(
        "season",
        "part:(PART)? (det:(the)|det:(the)? shift:(last|next|this (past|coming)?|previous|following))?"
        " season:(season) YEAR?",
        read_season,
    ),
    Rule("decade", "(det:(the))? part:(PART)? (hyphen)? decade:(decadename)", read_decade),
    Rule(
        "century",
        "the? part:(early|late|mid)? hyphen? nth:(dayth|ordinal) hyphen? unit:(unit)",
        read_century,
    ),
)
