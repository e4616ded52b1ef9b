"""Times of day: ``9 p.m. local time``, ``5 p.m. EST, Nov. 6``, ``midnight Friday``, ``the night of May 13``."""

from collections.abc import Callable

from onrecord.find.times.dates import a_day, part_of, year_beside
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, add_days
from onrecord.find.times.weekdays import DAYTIMES, on_weekday

_HALF = {"MO": "AM", "AF": "PM", "EV": "PM"}


def read_clock(parts: Parts, now: Now) -> Meaning | None:
    """A time on the clock, of a day that is named beside it, or of the day spoken of."""
    text = parts.words("time")[0].text.replace(".", ":")
    pieces = [int(piece) for piece in text.split(":")]
    half = parts.value("half") or _HALF.get(parts.value("hours"), "")
    hour = pieces[0]
    if hour > 24 or (half and hour > 12):
        return None
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    clock = f"T{hour:02d}:{pieces[1] if len(pieces) > 1 else 0:02d}"
    return _on_day(parts, now, clock)


def read_noon(parts: Parts, now: Now) -> Meaning | None:
    """``at midnight``, ``by noon``: of the day spoken of. Midnight is the end of its day, as in ``T24:00``."""
    if parts.value("hours") not in ("MN", "MI"):
        return None
    return _on_day(parts, now, "T24:00" if parts.value("hours") == "MN" else "T12:00")


def _on_day(parts: Parts, now: Now, clock: str) -> Meaning | None:
    """A clock on the day that stands beside it, or on the day spoken of."""
    month, number, year = parts.number("month"), parts.number("day"), parts.number("year")
    if month and number and year:
        named = a_day(year, month, number)
        return Meaning(type="TIME", value=named.value + clock, first=named.first, last=named.last) if named else None
    day = now.day(_offset(parts, now), f"XXXX-XX-XX{clock}")
    if (weekday := parts.number("weekday")) is not None:
        day = on_weekday(day, weekday, now.tense)
    elif parts.words("daysoff"):
        day = add_days(day, parts.number("daysoff") or 0)
    elif month and number:
        named = a_day(year_beside(now, month, number), month, number)
        if named is None or named.first is None:
            return None
        day = named.first
    elif now.near and now.near.first and now.near.first == now.near.last:
        day = now.near.first
    return Meaning(type="TIME", value=day.isoformat() + clock, first=day, last=day)


def _offset(parts: Parts, now: Now) -> str:
    """What the words say of the day where the article's own is not known."""
    if (weekday := parts.number("weekday")) is not None:
        return f"{'+' if now.tense == 'future' else '-'}XXXX-WXX-{weekday}"
    step = parts.number("daysoff") or 0
    return "" if parts.number("month") else f"{'-' if step < 0 else ''}P{abs(step)}D"


_DAY = (
    "(comma? on? ((the? weekday comma)? month:(month) day:(small|dayth) (comma? year:(fouryear))?"
    "|weekday:(weekday)|daysoff:(daysoff)))"
)


_AGAIN = (
    "again:(open ((number|fouryear|clock|small ampm?|clock ampm) (in x x?|zone|local time)|zone|local time)"
    " (comma? on? weekday (?=comma? (on|weekday)))?)"
)
"""The same moment on another clock, in brackets: ``(0401 GMT)``, ``(6 a.m. in Seoul)``."""


def told_again(read: Callable[[Parts, Now], Meaning | None]) -> Callable[[Parts, Now], Meaning | None]:
    """A clock with another one in brackets, whose day stands behind them: a day inside them is of the other clock."""

    def read_told_again(parts: Parts, now: Now) -> Meaning | None:
        behind = parts.end_of("again")
        closed = behind < parts.end and parts.gap_before(behind) > 1
        return read(parts, now) if closed else None

    return read_told_again


def read_hours_of(parts: Parts, now: Now) -> Meaning | None:
    """``the night of February 8``, ``the early morning hours of Friday``."""
    hours = DAYTIMES[parts.value("hours")]
    weekday, month, number = parts.number("weekday"), parts.number("month"), parts.number("day")
    if weekday is not None:
        day = on_weekday(now.day(f"-XXXX-WXX-{weekday}", f"XXXX-WXX-{weekday}{hours}"), weekday, now.tense)
    elif month and number:
        named = a_day(parts.number("year") or year_beside(now, month, number), month, number)
        if named is None or named.first is None:
            return None
        day = named.first
    else:
        return None
    return Meaning(type="TIME", value=day.isoformat() + hours, mod=part_of(parts), first=day, last=day)


def read_that_night(parts: Parts, now: Now) -> Meaning | None:
    """``that evening``, ``later that night``, ``in the morning``: of the day last spoken of."""
    hours = DAYTIMES[parts.value("hours")]
    if parts.after() in ("of", "after", "before") or parts.kind_after() in ("x", "hyphen"):
        return None  # the morning shift
    day = now.near_day
    if day is None:
        return Meaning(type="TIME", value=f"XXXX-XX-XX{hours}", mod=part_of(parts))
    return Meaning(type="TIME", value=day.isoformat() + hours, mod=part_of(parts), first=day, last=day)


RULES = (
    Rule(
        "hours-of",
        "the? part:(early|late)? hours:(hours) units? of (((weekday|weekabbr) comma?)?"
        " (month:(month) day:(small|dayth|ordinal)|the? day:(small|dayth) of? month:(month)) (comma? year:(fouryear))?"
        "|the? weekday:(weekday))",
        read_hours_of,
    ),
    Rule("that-night", "part:(early|late|earlier|later)? (that same?|(?<=[in])the) hours:(hours)", read_that_night),
    Rule("clock", "time:(clock|small) half:(ampm) (comma? (zone|local time))? " + _DAY + "?", read_clock),
    Rule("clock-hours", "(?<=[at by until from before after to])time:(small|clock) in the hours:(hours)", read_clock),
    Rule("clock-zone", "time:(clock) (half:(ampm))? (zone|local time) " + _DAY + "?", read_clock),
    Rule(
        "clock-again",
        "time:(clock|small) half:(ampm) (comma? (zone|local time))? " + _AGAIN + _DAY,
        told_again(read_clock),
    ),
    Rule("clock-zone-again", "time:(clock) (zone|local time) " + _AGAIN + _DAY, told_again(read_clock)),
    Rule("noon-again", "hours:(hours) (comma? (zone|local time))? " + _AGAIN + _DAY, told_again(read_noon)),
    Rule("noon", "(?<=[at by until from before after]) hours:(hours)", read_noon),
    Rule("noon-zone", "hours:(hours) comma? (zone|local time) " + _DAY + "?", read_noon),
    Rule("clock-bare", "(?<=[at by until from before after to]) time:(clock)", read_clock),
)
