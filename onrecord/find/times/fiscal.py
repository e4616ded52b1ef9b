"""Fiscal years, their halves and quarters: of the state whose they are, or by the month the words give.

Where neither is known they are taken as calendar years, approximate.
"""

from datetime import date

from msgspec.structs import replace

from onrecord.find.times.dates import a_day, read_two_years, year_beside, year_said
from onrecord.find.times.grammar import Parts, Rule
from onrecord.find.times.now import Meaning, Now, Undated, add_days, add_months, month_days, parted
from onrecord.find.times.quarters import read_half, read_quarter
from onrecord.find.times.spans import read_first
from onrecord.find.times.units import read_plain_unit, read_unit
from onrecord.knowledge.fiscal_years import FiscalYear

_ENDS = frozenset(("ended", "ending", "ends", "end", "through", "to"))
_OVER = frozenset(("ended", "began", "started"))
_STARTS = frozenset(("starting", "beginning", "began", "started", "starts", "begins", "start", "begin"))


def read_named(parts: Parts, now: Now) -> Meaning | None:
    """``fiscal 2024``, ``FY24``, ``fiscal year 2024-25``, ``fiscal 2024 ended November 30``."""
    label = _label(parts)
    if label is None:
        return None
    year, two = label
    first = _by_edge(parts, now, year + two)
    of_state = _by_state(now.whose, year, two)
    if first is None or (of_state is not None and not parts.words("edgeyear") and _same_edge(first, of_state)):
        first = of_state
    if first is None:
        return read_two_years(parts, now) if two else _calendar(year, parts)
    return _whole(first, f"{year:04d}", parts)


def read_relative(parts: Parts, now: Now) -> Meaning | None:
    """``the current fiscal year``, ``last fiscal year``, ``the fiscal year that ended in March``."""
    if parts.value("unit") != "Y":
        return None
    edge = _by_edge(parts, now, None)
    if edge is not None:
        label = edge if parts.text("way").split()[-1] in _STARTS else add_months(edge, 11)
        return _whole(edge, f"{label.year:04d}", parts)
    if not parts.words("the") and not parts.words("shift"):
        return None
    if now.whose is None or now.whose.starts == 1:
        return read_unit(parts, now) if parts.words("shift") else read_plain_unit(parts, now)
    step = next((int(word.value) for word in reversed(parts.words("shift")) if word.value in ("-1", "0", "1")), 0)
    today = now.day(f"{'-' if step < 0 else ''}P{abs(step)}Y")
    year = _year_of(today, now.whose) + step
    return _whole(date(year, now.whose.starts, 1), f"{year + (now.whose.named == 'last'):04d}", parts)


def read_part(parts: Parts, now: Now) -> Meaning | None:
    """``the fiscal first quarter``, ``the second half of fiscal 2024``."""
    number, quarter = parts.number("nth"), parts.value("quarter") == "Q"
    if not quarter and not parts.words("half"):
        return None
    size = 3 if quarter else 6
    if number is None or not 1 <= number <= 12 // size:
        return None
    label = _label(parts)
    first = _by_state(now.whose, *label) if label else None
    if first is None and (label or now.whose is None or now.whose.starts == 1):
        return _vague(read_quarter(parts, now) if quarter else read_half(parts, now), now)
    if first is None and now.whose is not None:
        first = _latest(now.whose, now, (number - 1) * size, size, f"XXXX-{'Q' if quarter else 'H'}{number}")
    if first is None:
        return None
    begin = add_months(first, (number - 1) * size)
    end = add_days(add_months(begin, size), -1)
    year = label[0] if label else first.year + bool(now.whose and now.whose.named == "last")
    return Meaning(type="DATE", value=f"{year:04d}-{'Q' if quarter else 'H'}{number}", first=begin, last=end)


def read_months(parts: Parts, now: Now) -> Meaning | None:
    """``the first nine months of fiscal 2024``: counted from the year's first month."""
    count, label = parts.count().number, _label(parts)
    if parts.value("unit") != "M" or parts.value("which") != "1" or count is None or not 1 <= count <= 12:
        return None
    first = _by_state(now.whose, *label) if label else None
    if first is None and label is None and now.whose is not None:
        first = _latest(now.whose, now, 0, int(count))
    if first is None:
        return _vague(read_first(parts, now), now)
    return Meaning(type="DURATION", value=f"P{count:g}M", first=first, last=add_days(add_months(first, int(count)), -1))


def _label(parts: Parts) -> tuple[int, bool] | None:
    """The calendar year that names a fiscal year, and whether another one follows it ("2024-25")."""
    year = parts.number("year")
    if year is None and (short := parts.words("short")):
        mark = parts.words("mark")
        if not mark or mark[-1].text.upper() != "FY" or mark[-1].end != short[0].start or len(short[0].text) != 2:
            return None
        year = 2000 + int(short[0].value)
    if year is None:
        return None
    after = parts.number("after")
    if after is not None and after not in ((year + 1) % 100, (year + 1) % 10, year + 1):
        return None
    return year, after is not None


def _by_state(row: FiscalYear | None, year: int, two: bool) -> date | None:
    """The first day of a state's fiscal year of that name."""
    if row is None or not (two or row.named):
        return None
    return date(year - (not two and row.named == "last" and row.starts > 1), row.starts, 1)


def _by_edge(parts: Parts, now: Now, year: int | None) -> date | None:
    """The first day of a year whose start or end the words give: "the fiscal year ending March 31"."""
    month, number, way = parts.number("edge"), parts.number("day"), parts.text("way")
    if not month or way not in _ENDS | _STARTS:
        return None
    said = year_said(parts, now) if parts.words("yshift") else parts.number("edgeyear")
    if said is None and year is None and now.known is None:
        raise Undated("", "XXXX")
    day = number or (1 if way in _STARTS else month_days(2001, month)[1].day)
    at = said or year or year_beside(now, month, day)
    today = now.known
    if not said and way in _OVER and today is not None and (at, month, day) > (today.year, today.month, today.day):
        at -= 1  # "fiscal 2025 began in October", told in May 2025
    edge = a_day(at, month, day)
    if edge is None or edge.first is None:
        return None
    return edge.first if way in _STARTS else add_months(add_days(edge.first, 1), -12)


def _same_edge(one: date, other: date) -> bool:
    """Whether two years begin on the same day of the calendar: then the state's rule says which year it is."""
    return (one.month, one.day) == (other.month, other.day)


def _year_of(today: date, row: FiscalYear) -> int:
    return today.year - (today.month < row.starts)


def _latest(row: FiscalYear, now: Now, months: int, size: int, value: str = "") -> date:
    """The start of the fiscal year whose part, so many months on, is the one that the tense looks at."""
    today = now.day("", value)
    first = date(_year_of(today, row), row.starts, 1)
    if now.tense == "future":
        return first if add_months(first, months + size) > today else add_months(first, 12)
    return first if add_months(first, months) <= today else add_months(first, -12)


def _whole(first: date, value: str, parts: Parts) -> Meaning:
    part = next((word.value for word in parts.words("part") if word.value in ("START", "MID", "END")), "")
    last = add_days(add_months(first, 12), -1)
    begin, end, approx = parted(first, last, part)
    return Meaning(type="DATE", value=value, mod=part, first=begin, last=end, approx=approx)


def _vague(found: Meaning | None, now: Now) -> Meaning | None:
    """The calendar's part in place of a fiscal year's; sure only where the two are one."""
    return replace(found, approx=True) if found and found.first and now.whose is None else found


def _calendar(year: int, parts: Parts) -> Meaning:
    return replace(_whole(date(year, 1, 1), f"{year:04d}", parts), approx=True)


_AFTER = "((hyphen|dash|slashmark) after:(small|number|fouryear))?"
_LABEL = (
    f"(mark:(fiscal) unit:(unit)? year:(fouryear) {_AFTER}|year:(fouryear) {_AFTER} fiscal unit:(unit)"
    f"|mark:(fiscal) short:(small|number) {_AFTER})"
)
_EDGE = (
    "((?=comma? (that|x)? way:(ending|starting|begin|end|pastverb|edverb|forward|through|to) (in|on)? (last|next)?"
    " edge:(month) (day:(small|dayth) (?![unit units]))? (comma? edgeyear:(fouryear)|yshift:(this|last|next) unit)?))?"
)
_SHIFT = (
    "shift:(last|this|next|previous|current|coming|following|the (last|next|previous|current|coming|following|latest"
    "|present|same))"
)
_PART = "(the? nth:(ordinal|dayth) hyphen? (quarter:(unit)|half:(half)))"

RULES = (
    Rule("fiscal-year", f"part:(PART)? the? {_LABEL} {_EDGE}", read_named),
    Rule("fiscal-unit", f"part:(PART)? ({_SHIFT}|the:(the))? whole? fiscal unit:(unit) {_EDGE}", read_relative),
    Rule(
        "fiscal-part",
        f"(the? fiscal:(fiscal) (year:(fouryear))? hyphen? nth:(ordinal|dayth) hyphen? (quarter:(unit)|half:(half))"
        f"|the? nth:(ordinal|dayth) hyphen? fiscal:(fiscal) (quarter:(unit)|half:(half))"
        f"|the? fiscal:(fiscal) (unit) genitive nth:(ordinal) (quarter:(unit)|half:(half))"
        f"|{_PART} (of|in)? the? {_LABEL}|{_PART} (of|in) the? (last|this|next|current|previous)? fiscal unit:(unit))",
        read_part,
    ),
    Rule(
        "fiscal-months",
        "the? which:(ordinal) count:(COUNT) unit:(units) whose:(of|in) the?"
        f" ({_LABEL}|(last|this|next|current|previous)? fiscal (unit))",
        read_months,
    ),
)
