"""Days and months of the calendar: ``Oct. 13``, ``15th of May``, ``2025/05/02``, ``mid-May``, ``July last year``."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import NO_TIME, Meaning, Now, month_days, parted


def part_of(parts: Parts) -> str:
    """START, MID or END where the finding speaks of a part."""
    for word in parts.words("part"):
        if word.value in ("START", "MID", "END"):
            return word.value
    return ""


def year_beside(now: Now, month: int, day: int | None) -> int:
    """The year of a month or day named without one: by the neighbour's year, the tense, or the nearest."""
    if now.year is not None:
        return now.year
    today = now.day("", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if day is None:
        gap = month - today.month
        if now.tense == "past":
            return today.year if gap <= 0 else today.year - 1
        if now.tense == "future":
            return today.year if gap >= -2 else today.year + 1
        return today.year if -8 <= gap <= 2 else today.year + (1 if gap < 0 else -1)
    ahead = ((month - today.month) * 31 + day - today.day) / 31
    if now.tense == "past":
        return today.year - 1 if ahead > 3.5 else today.year if ahead > -11 else today.year + 1
    if now.tense == "future":
        return today.year + 1 if ahead < -3.5 else today.year if ahead < 11 else today.year - 1
    return today.year - 1 if ahead > 6 else today.year + 1 if ahead < -8 else today.year


def a_day(year: int, month: int, day: int) -> Meaning | None:
    """A calendar day; ``None`` where there is no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Meaning(type="DATE", value=found.isoformat(), first=found, last=found)


def a_month(year: int, month: int, part: str = "") -> Meaning | None:
    """A month or a part of it."""
    if not 1 <= year <= 9998:
        return None
    first, last, approx = parted(*month_days(year, month), part)
    return Meaning(type="DATE", value=f"{year:04d}-{month:02d}", mod=part, first=first, last=last, approx=approx)


def year_said(parts: Parts, now: Now) -> int | None:
    """The year that the finding itself gives: a number, or "last year" and its like."""
    year = parts.number("year")
    if year is not None:
        return year + (0 if year > 99 else 2000 if year < 50 else 1900)
    shift = parts.words("yshift")
    if shift:
        step = next((int(word.value) for word in shift if word.value in ("-1", "0", "1")), 0)
        if any(word.text.lower() in ("that", "same") for word in shift):
            return now.near.first.year if now.near and now.near.first else None
        return now.day(f"{'-' if step < 0 else ''}P{abs(step)}Y").year + step
    return None


def _year_of_noun(parts: Parts) -> int | None:
    """The year of ``the May 10 agreement of 2007``."""
    for places in (2, 3):
        if parts.after(places) == "of" and parts.kind_after(places + 1) == "fouryear":
            return int(parts.after(places + 1))
        if parts.kind_after(places) != "x":
            return None
    return None


def read_day(parts: Parts, now: Now) -> Meaning | None:
    """``Friday, Oct. 13``, ``13th of October 2018``."""
    month, day = parts.number("month"), parts.number("day")
    if not month or not day or not 1 <= day <= 31:
        return None
    said = year_said(parts, now) or _year_of_noun(parts)
    if said is None and parts.words("last"):
        today = now.day("", f"XXXX-{month:02d}-{day:02d}")
        said = today.year - ((month, day) >= (today.month, today.day))
    year = said if said is not None else None if day > _LONGEST[month] else year_beside(now, month, day)
    if (found := a_day(year, month, day) if year is not None else None) is not None:
        return found
    return None if parts.before() == "in" else NO_TIME  # "in June 31 ships" is of the month


_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The days that each month may have."""


def read_month(parts: Parts, now: Now) -> Meaning | None:
    """``July``, ``late January``, ``November last year``."""
    month = parts.number("month")
    if not month:
        return None
    if len(parts.words()) == 1 and not _is_month(parts):
        return None
    said = year_said(parts, now)
    if said is None and (shift := parts.words("shift")):
        today = now.day("", f"XXXX-{month:02d}")
        match shift[-1].value:
            case "-1":
                said = today.year if month < today.month else today.year - 1
            case "1":
                said = today.year if month > today.month else today.year + 1
            case _:
                said = today.year
    return a_month(said if said is not None else year_beside(now, month, None), month, part_of(parts))


_SHORT = frozenset(("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))


def _is_month(parts: Parts) -> bool:
    """Whether a bare month is one: not the verb that opens a sentence, a march of people, or a man called Jan."""
    text = parts.words("month")[0].text
    if text in _SHORT:
        return False
    if text == "May":
        if parts.kind_after() in ("said", "edverb", "pastverb", "pledged") and parts.before() in (
            "and",
            "with",
            "minister",
            "mrs",
        ):
            return parts.before() == "and" and parts.kind_before(2) == "month"  # "the chancellor and May agreed"
        return parts.before() not in ("", ".", "theresa", "mrs", "ms", "minister")
    if text == "March":
        return parts.before() != "" and not (
            parts.before() in ("the", "annual") and parts.after() in ("of", "for", "on")
        )
    return True


def read_iso(parts: Parts, now: Now) -> Meaning | None:
    """``2025-05-02``, ``2025/05/02``."""
    text = parts.words()[0].text
    year, month, day = (int(piece) for piece in text.replace("/", "-").replace(".", "-").split("-"))
    return a_day(year, month, day)


def read_slash(parts: Parts, now: Now) -> Meaning | None:
    """``5/2/2025``: month first, unless only the other order is a day."""
    first, second, year = (int(piece) for piece in parts.words()[0].text.split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    return a_day(year, first, second) or a_day(year, second, first)


def read_year(parts: Parts, now: Now) -> Meaning | None:
    """``2018``, ``early 1990``, ``fiscal 2024``."""
    year = parts.number("year")
    if year is None:
        return None
    if len(parts.words()) == 1 and not _is_year(parts, year) and not _is_told(parts, year, now):
        return None
    if parts.words("unit") and parts.value("unit") != "Y":
        return None
    first, last, approx = parted(date(year, 1, 1), date(year, 12, 31), part_of(parts))
    approx = approx or bool(parts.words("fiscal"))
    return Meaning(type="DATE", value=f"{year:04d}", mod=part_of(parts), first=first, last=last, approx=approx)


_OLD_YEARS_AFTER = frozenset(("in", "since", "of", "from", "by", "until", "before", "after", "early", "late"))
"""Before one of these a number like 1812 is a year; 1900 to 2060 is one without them."""


def read_two_years(parts: Parts, now: Now) -> Meaning | None:
    """``2024-25``, ``the 2024/25 fiscal year``: as most such years run, from April to March."""
    year, after = parts.number("year") or 0, parts.number("after")
    if after is None or after != (year + 1) % 100 or not 1900 <= year <= 2100:
        return None
    first, last = date(year, 4, 1), date(year + 1, 3, 31)
    return Meaning(type="DATE", value=f"{year:04d}", first=first, last=last, approx=True)


def _is_year(parts: Parts, year: int) -> bool:
    if parts.kind_after() in ("counted", "scale") or not 1500 <= year <= 2100:
        return False
    if "slashmark" in (parts.kind_before(), parts.kind_after()):
        return False  # an address of a page
    if any(parts.kind_after(places) in ("zone", "local") for places in (1, 2, 3)):
        return False  # "from 1700 to 2100 GMT"
    return 1900 <= year <= 2060 or parts.before() in _OLD_YEARS_AFTER or parts.kind_before() == "open"


def _is_told(parts: Parts, year: int, now: Now) -> bool:
    """Whether a bare number is a year in a history: one near to the year told of, of nothing that is counted."""
    if not now.history or now.known is None or parts.kind_after() in ("counted", "scale"):
        return False
    return abs(year - now.known.year) <= 60 and not parts.after().endswith("men")


def around(read: Callable[[Parts, Now], Meaning | None]) -> Callable[[Parts, Now], Meaning | None]:
    """The same with "around" or "circa" before it: about then. "About" has other senses."""

    def read_around(parts: Parts, now: Now) -> Meaning | None:
        meaning = read(parts, now)
        if meaning and meaning is not NO_TIME and parts.words("around"):
            return replace(meaning, mod=meaning.mod or "APPROX", approx=True)
        return meaning

    return read_around


RULES = (
    Rule(
        "day-month-year",
        "around:(around)? (this coming?|last:(last))? ((weekday|weekabbr) comma?)?"
        " (month:(month) day:(small|dayth|ordinal)|the? day:(small|dayth) of? month:(month)) YEAR?",
        around(read_day),
    ),
    Rule("iso", "iso", read_iso),
    Rule("slash", "slash", read_slash),
    Rule(
        "month",
        "around:(around)? part:(PART)?"
        " (shift:(last|next|this (past|coming)?|the (previous|following|coming|past)))? month:(month) YEAR?",
        around(read_month),
    ),
    Rule(
        "two-years",
        "((the (fiscal|calendar)? unit)? year:(fouryear) (hyphen|dash|slashmark) after:(small|number)"
        "|the? year:(fouryear) (hyphen|dash|slashmark) after:(small|number) (fiscal|calendar) unit)",
        read_two_years,
    ),
    Rule(
        "year",
        "part:(PART)? (the? fiscal:(fiscal|calendar)? unit:(unit)|the? fiscal:(fiscal|calendar))? year:(fouryear)",
        read_year,
    ),
    Rule("fiscal-year", "the? year:(fouryear) fiscal:(fiscal) unit:(unit)", read_year),
)
